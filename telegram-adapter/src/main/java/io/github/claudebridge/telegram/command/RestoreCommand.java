package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.archive.ArchiveListing;
import io.github.claudebridge.session.archive.RestoreOptions;
import io.github.claudebridge.session.archive.RestoredSession;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.words.ArchiveWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.SessionManuals;
import java.util.List;
import java.util.Optional;

/** Brings an archived session back, and switches the chat to it. */
final class RestoreCommand implements Command {

    private static final int MOST_BUTTONS = 10;

    private final Reach reach;
    private final ArchiveShelf shelf;
    private final LongWork work;

    RestoreCommand(Reach reach) {
        this.reach = reach;
        this.shelf = new ArchiveShelf(reach);
        this.work = new LongWork(reach);
    }

    @Override
    public Manual manual() {
        return SessionManuals.RESTORE;
    }

    @Override
    public Reply run(CommandCall call) {
        List<String> words = call.words(2, manual());
        if (words.isEmpty()) {
            return reach.working(() -> offer(call));
        }
        Optional<SessionName> as = words.size() == 2 ? Optional.of(SessionName.of(words.get(1))) : Optional.empty();
        return restore(new Press(call.chat(), call.userId(), "-", words.get(0), call.key()), call.key(), as);
    }

    private Reply offer(CommandCall call) {
        List<Choice> choices = shelf.visible(call.userId()).stream()
                .filter(ArchiveListing.Intact.class::isInstance)
                .limit(MOST_BUTTONS)
                .map(archive -> new Choice(
                        ArchiveShelf.name(archive),
                        ArchiveWords.button(archive.session().value(), archive.archivedAt())))
                .toList();
        return choices.isEmpty()
                ? Reply.say(ArchiveWords.NO_ARCHIVES)
                : Reply.ask(new Question(ArchiveWords.WHICH_ARCHIVE, choices, call.person()));
    }

    @Override
    public Reply chosen(Press press) {
        return work.cancelled(press) ? Reply.NOTHING : restore(press, press.key(), Optional.empty());
    }

    /** What was restored before a crash is not restored again. */
    private Reply restore(Press press, DeliveryKey key, Optional<SessionName> as) {
        ArchiveListing archive = shelf.find(press.choice(), press.userId());
        SessionName name = as.orElse(archive.session());
        boolean wasFree = reach.before(key, () -> reach.store().find(name).isEmpty());
        if (!wasFree) {
            throw new Refusal(ArchiveWords.nameTaken(name.value()));
        }
        if (reach.store().find(name).isPresent()) {
            return arrived(press, name, 0);
        }
        return work.begin(
                press, manual(), List.of(percent -> ArchiveWords.restoring(name.value(), percent)), monitor -> {
                    RestoredSession restored = reach.keeper()
                            .restore(
                                    archive.file(),
                                    RestoreOptions.defaults().withName(name).withMonitor(monitor));
                    return arrived(press, name, restored.setAside().size());
                });
    }

    private Reply arrived(Press press, SessionName name, int setAside) {
        if (reach.access().owner(name).isEmpty()) {
            CommandCall.maker(press.userId()).ifPresent(maker -> reach.access().own(name, maker));
        }
        reach.chats().switchTo(press.chat(), reach.chats().existing(name.value(), press.userId()));
        return Reply.say(ArchiveWords.restored(name.value(), setAside));
    }
}
