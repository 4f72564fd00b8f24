package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.question.ModeQuestion;
import io.github.claudebridge.telegram.conversation.question.Modes;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.TalkManuals;

/** Shows and changes what Claude may do without asking in the session that the chat talks to. Thread-safe. */
public final class ModeCommand implements Command {

    private final Reach reach;
    private final Modes modes;

    public ModeCommand(Reach reach, Modes modes) {
        this.reach = reach;
        this.modes = modes;
    }

    @Override
    public Manual manual() {
        return TalkManuals.MODE;
    }

    @Override
    public Reply run(CommandCall call) {
        SessionName session = reach.chats().require(call.chat(), call.userId());
        return Modes.named(call.argument())
                .map(mode -> change(session, mode, call.userId()))
                .orElseGet(() -> Reply.ask(ModeQuestion.of(session, modes, call.userId())));
    }

    @Override
    public Reply chosen(Press press) {
        return ModeQuestion.read(press.choice())
                .map(asked -> change(asked.session(), asked.mode(), press.userId()))
                .orElse(Reply.NOTHING);
    }

    private Reply change(SessionName session, PermissionMode mode, long userId) {
        SessionName owned = reach.chats().owned(session, userId);
        return Reply.soon(modes.change(owned, mode, userId).thenApply(Reply::say));
    }
}
