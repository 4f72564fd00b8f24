package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.words.CommandWords;
import java.util.Optional;

/** Chooses how much of Claude's work a session shows; given again it goes back to the default. */
final class OutputModeCommand implements Command {

    private final OutputMode mode;
    private final SessionStore store;
    private final ChatSessions chats;

    OutputModeCommand(OutputMode mode, SessionStore store, ChatSessions chats) {
        this.mode = mode;
        this.store = store;
        this.chats = chats;
    }

    @Override
    public String name() {
        return mode.word();
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String description() {
        return CommandWords.modeDescription(mode.word());
    }

    @Override
    public Reply run(CommandCall call) {
        Optional<SessionName> session =
                chats.active(call.chat()).filter(name -> store.find(name).isPresent());
        if (session.isEmpty()) {
            return Reply.say(CommandWords.TALKS_TO_NONE);
        }
        OutputMode before = store.get(session.get()).metadata().outputMode();
        OutputMode next = before == mode ? OutputMode.DEFAULT : mode;
        store.update(session.get(), edit -> edit.outputMode(next));
        return Reply.say(CommandWords.modeChosen(session.get().value(), next.word()));
    }
}
