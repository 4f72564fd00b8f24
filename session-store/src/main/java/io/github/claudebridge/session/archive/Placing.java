package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.ArchiveException.Problem;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts unpacked attachments into their places, and takes them away again when the rest fails. Not thread-safe. */
final class Placing {

    private final Path archive;
    private final List<Path> placed = new ArrayList<>();
    private final List<ArchivedAttachment> notPlaced = new ArrayList<>();

    Placing(Path archive) {
        this.archive = archive;
    }

    List<ArchivedAttachment> notPlaced() {
        return notPlaced;
    }

    void place(ArchivedAttachment attachment, Path unpacked, Optional<Path> target) {
        if (!Files.exists(unpacked, LinkOption.NOFOLLOW_LINKS)) {
            throw new ArchiveException(
                    archive, Problem.NOT_AN_ARCHIVE, "it lacks the attachment " + attachment.name(), null);
        }
        if (target.isEmpty()) {
            notPlaced.add(attachment);
            return;
        }
        Path place = target.get();
        try {
            if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                Trees.move(unpacked, place);
                placed.add(place);
            } else if (!Trees.same(unpacked, place)) {
                throw new ArchiveException(archive, Problem.OCCUPIED, "something else lies already in " + place, null);
            }
        } catch (IOException e) {
            throw new StorageException(place, e);
        }
    }

    void undo() {
        for (Path place : placed) {
            try {
                Trees.delete(place);
            } catch (IOException e) {
                throw new StorageException(place, e);
            }
        }
    }
}
