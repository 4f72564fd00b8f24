package io.github.claudebridge.session.files;

import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.AtomicFiles;
import io.github.claudebridge.session.internal.FileNames;
import io.github.claudebridge.session.internal.Folders;
import io.github.claudebridge.session.internal.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;

/** Copies of files that are to be sent, which nothing changes until they are. Thread-safe. */
public final class FileCopies {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;

    private FileCopies(Path folder) {
        this.folder = folder;
    }

    /** The copies of a home. */
    public static FileCopies of(SessionStore store) {
        return new FileCopies(store.home().resolve("state").resolve("outgoing"));
    }

    /**
     * A copy. Immutable.
     *
     * @param folder its own folder, absolute
     * @param name its name there: the one of the file as far as that is harmless
     * @param size in bytes
     */
    public record Copy(Path folder, String name, long size) {

        /** Removes it; what cannot be removed now is removed by {@link FileCopies#sweep}. */
        public void delete() {
            try {
                Trees.delete(folder);
            } catch (IOException e) {
                throw new StorageException(folder, e);
            }
        }
    }

    /**
     * Copies a file as it is now.
     *
     * @throws StorageException when it cannot be read to its end, because it became shorter for example, or not be written; nothing is
     *     left then
     */
    public Copy take(OutgoingFile file) {
        Path place = folder.resolve(UUID.randomUUID().toString());
        String name = InboxName.of(file.name()).numbered(1);
        Copy copy = new Copy(place, name, file.size());
        try {
            Files.createDirectories(folder, OWNER_ONLY);
            Files.createDirectory(place, OWNER_ONLY);
            Path content = FileNames.in(place, name);
            try (InputStream in = file.content()) {
                Files.copy(in, content);
            }
            AtomicFiles.syncFile(content);
            AtomicFiles.syncFolder(place);
            AtomicFiles.syncFolder(folder);
            return copy;
        } catch (IOException e) {
            copy.delete();
            throw new StorageException(place, e);
        }
    }

    /** Removes the copies that were taken before this time: they were sent, but the program ended before it removed them. */
    public void sweep(Instant before) {
        try {
            if (Files.isDirectory(folder)) {
                for (String name : Folders.names(folder)) {
                    Path place = folder.resolve(name);
                    if (Files.getLastModifiedTime(place).toInstant().isBefore(before)) {
                        Trees.delete(place);
                    }
                }
            }
        } catch (IOException e) {
            throw new StorageException(folder, e);
        }
    }
}
