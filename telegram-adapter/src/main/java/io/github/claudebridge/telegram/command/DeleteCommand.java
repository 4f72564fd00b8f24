package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.DamagedSessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.words.ArchiveWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.SessionManuals;

/** Deletes a session with everything in its folder. */
final class DeleteCommand implements Command {

    private final Reach reach;

    DeleteCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return SessionManuals.DELETE;
    }

    @Override
    public Reply run(CommandCall call) {
        SessionName named = reach.chats().namedOrActive(call.words(1, manual()), call);
        SessionName session = reach.chats().owned(named, call.userId());
        return Confirmation.ask(
                call,
                session,
                ArchiveWords.askDelete(session.value(), turns(session)),
                ArchiveWords.deleteButton(session.value()),
                ArchiveWords.KEEP);
    }

    private long turns(SessionName session) {
        try {
            return reach.store().get(session).metadata().turns();
        } catch (DamagedSessionException e) {
            return 0;
        }
    }

    @Override
    public Reply chosen(Press press) {
        SessionName session = Confirmation.session(press);
        if (!Confirmation.isYes(press)) {
            return Reply.say(ArchiveWords.kept(session.value()));
        }
        boolean wasThere =
                reach.before(press.key(), () -> reach.store().find(session).isPresent());
        if (wasThere && reach.store().find(session).isEmpty()) {
            return Reply.say(ArchiveWords.deleted(session.value()));
        }
        SessionName owned = reach.chats().owned(session, press.userId());
        return reach.working(() -> {
            reach.keeper().delete(owned);
            return Reply.say(ArchiveWords.deleted(owned.value()));
        });
    }
}
