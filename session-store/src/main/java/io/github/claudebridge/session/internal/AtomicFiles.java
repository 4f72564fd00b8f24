package io.github.claudebridge.session.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Replaces whole files so that a reader, and a crash at any instant, sees either the old content or the new one. Callers
 * hold the lock that serialises writers of the same file. Thread-safe.
 */
public final class AtomicFiles {

    /** For a file that only its owner may read. */
    public static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private AtomicFiles() {}

    /** Replaces a file in a folder that only this program writes, durably. Permissions are kept. */
    public static void replace(Path file, byte[] content) throws IOException {
        try (PreparedFile next = PreparedFile.write(temporaryOf(file), content)) {
            next.permittedLike(file).publish(file);
        }
    }

    /** Replaces such a file durably; only its owner can read it. */
    public static void replacePrivate(Path file, byte[] content) throws IOException {
        try (PreparedFile next = PreparedFile.write(temporaryOf(file), content, OWNER_ONLY)) {
            next.publish(file);
        }
    }

    /** Makes the entries of a folder durable: what was created, renamed or removed in it. */
    public static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes the content of a file durable. */
    public static void syncFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The name under which the next content of a file is prepared. It is left behind by a crash and used again. */
    public static Path temporaryOf(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".tmp");
    }
}
