package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.archive.ArchiveListing;
import io.github.claudebridge.session.archive.Archives;
import io.github.claudebridge.telegram.conversation.words.ArchiveWords;
import java.util.List;

/** The archives that a person may see. Thread-safe. */
final class ArchiveShelf {

    private final Reach reach;

    ArchiveShelf(Reach reach) {
        this.reach = reach;
    }

    /** All of them, newest first. */
    List<ArchiveListing> visible(long userId) {
        return Archives.of(reach.store()).list().stream()
                .filter(archive -> reach.access().mayRestore(userId, name(archive)))
                .toList();
    }

    /**
     * The one that is meant.
     *
     * @param wanted the name of its file, or of its session: then the newest
     * @throws Refusal if there is none
     */
    ArchiveListing find(String wanted, long userId) {
        return visible(userId).stream()
                .filter(archive -> name(archive).equals(wanted)
                        || archive.session().value().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refusal(ArchiveWords.noArchive(wanted)));
    }

    static String name(ArchiveListing archive) {
        return archive.file().getFileName().toString();
    }
}
