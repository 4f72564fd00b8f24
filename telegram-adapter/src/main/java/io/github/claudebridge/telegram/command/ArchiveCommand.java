package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.archive.ArchiveMonitor;
import io.github.claudebridge.session.archive.ArchiveOptions;
import io.github.claudebridge.session.archive.VerifiedArchive;
import io.github.claudebridge.telegram.conversation.words.ArchiveWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.SessionManuals;
import java.util.List;

/** Puts a session away into a file. */
final class ArchiveCommand implements Command {

    private final Reach reach;
    private final LongWork work;

    ArchiveCommand(Reach reach) {
        this.reach = reach;
        this.work = new LongWork(reach);
    }

    @Override
    public Manual manual() {
        return SessionManuals.ARCHIVE;
    }

    @Override
    public Reply run(CommandCall call) {
        SessionName named = reach.chats().namedOrActive(call.words(1, manual()), call);
        SessionName session = reach.chats().owned(named, call.userId());
        return Confirmation.ask(
                call,
                session,
                ArchiveWords.askArchive(session.value()),
                ArchiveWords.archiveButton(session.value()),
                ArchiveWords.KEEP);
    }

    @Override
    public Reply chosen(Press press) {
        if (work.cancelled(press)) {
            return Reply.NOTHING;
        }
        SessionName session = Confirmation.session(press);
        if (!Confirmation.isYes(press)) {
            return Reply.say(ArchiveWords.kept(session.value()));
        }
        boolean wasThere =
                reach.before(press.key(), () -> reach.store().find(session).isPresent());
        if (wasThere && reach.store().find(session).isEmpty()) {
            return Reply.say(ArchiveWords.archivedBefore(session.value()));
        }
        SessionName owned = reach.chats().owned(session, press.userId());
        return work.begin(
                press,
                manual(),
                List.of(
                        percent -> ArchiveWords.archiving(session.value(), percent),
                        percent -> ArchiveWords.checking(session.value(), percent)),
                monitor -> archive(owned, monitor));
    }

    private Reply archive(SessionName session, ArchiveMonitor monitor) {
        VerifiedArchive archive =
                reach.keeper().archive(session, ArchiveOptions.defaults().withMonitor(monitor));
        return Reply.say(ArchiveWords.archived(
                session.value(),
                archive.file().getFileName().toString(),
                archive.bytes(),
                archive.leftOut().size()));
    }
}
