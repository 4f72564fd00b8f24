package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.archive.ArchiveListing;
import io.github.claudebridge.telegram.conversation.words.ArchiveWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.SessionManuals;
import java.util.List;
import java.util.stream.Collectors;

/** Lists the archived sessions, newest first. */
final class ArchivesCommand implements Command {

    private final Reach reach;
    private final ArchiveShelf shelf;

    ArchivesCommand(Reach reach) {
        this.reach = reach;
        this.shelf = new ArchiveShelf(reach);
    }

    @Override
    public Manual manual() {
        return SessionManuals.ARCHIVES;
    }

    @Override
    public Reply run(CommandCall call) {
        return reach.working(() -> Reply.say(list(shelf.visible(call.userId()))));
    }

    private static String list(List<ArchiveListing> archives) {
        return archives.isEmpty()
                ? ArchiveWords.NO_ARCHIVES
                : archives.stream().map(ArchivesCommand::line).collect(Collectors.joining("\n"));
    }

    private static String line(ArchiveListing archive) {
        return archive instanceof ArchiveListing.Intact intact
                ? ArchiveWords.line(
                        ArchiveShelf.name(archive),
                        archive.archivedAt(),
                        intact.bytes(),
                        intact.manifest().turns())
                : ArchiveWords.damaged(ArchiveShelf.name(archive), ((ArchiveListing.Damaged) archive).reason());
    }
}
