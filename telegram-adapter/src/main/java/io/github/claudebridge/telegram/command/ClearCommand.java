package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.StatusWords;
import io.github.claudebridge.telegram.conversation.words.TalkManuals;

/** Has Claude forget the history of the session. */
final class ClearCommand implements Command {

    private final Reach reach;

    ClearCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return TalkManuals.CLEAR;
    }

    @Override
    public Reply run(CommandCall call) {
        SessionName session = reach.chats().require(call.chat(), call.userId());
        return reach.isNew(session)
                ? Reply.say(StatusWords.NOTHING_SAID)
                : Confirmation.ask(
                        call, session, StatusWords.askClear(session.value()), StatusWords.CLEAR, StatusWords.KEEP);
    }

    @Override
    public Reply chosen(Press press) {
        return Confirmation.isYes(press)
                ? Reply.prompt(reach.chats().existing(press.subject(), press.userId()), "/clear")
                : Reply.say(StatusWords.CLEAR_KEPT);
    }
}
