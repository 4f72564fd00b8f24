package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.words.CommandWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.TalkManuals;

/** Chooses how much of Claude's work a session shows; given again it goes back to the default. */
final class OutputModeCommand implements Command {

    private final Manual manual;
    private final OutputMode mode;
    private final Reach reach;

    private OutputModeCommand(Manual manual, OutputMode mode, Reach reach) {
        this.manual = manual;
        this.mode = mode;
        this.reach = reach;
    }

    static Command verbose(Reach reach) {
        return new OutputModeCommand(TalkManuals.VERBOSE, OutputMode.VERBOSE, reach);
    }

    static Command smart(Reach reach) {
        return new OutputModeCommand(TalkManuals.SMART, OutputMode.SMART, reach);
    }

    static Command normal(Reach reach) {
        return new OutputModeCommand(TalkManuals.DEFAULT, OutputMode.DEFAULT, reach);
    }

    @Override
    public Manual manual() {
        return manual;
    }

    @Override
    public Reply run(CommandCall call) {
        SessionName session = reach.chats().require(call.chat(), call.userId());
        boolean again = reach.before(
                call.key(), () -> reach.store().get(session).metadata().outputMode() == mode);
        OutputMode next = again ? OutputMode.DEFAULT : mode;
        reach.store().update(session, edit -> edit.outputMode(next));
        return Reply.say(CommandWords.modeChosen(session.value(), next.word()));
    }
}
