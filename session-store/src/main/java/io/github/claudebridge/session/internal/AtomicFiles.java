package io.github.claudebridge.session.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Replaces whole files so that a reader, and a crash at any instant, sees either the old content or the new one. Callers
 * hold the lock that serialises writers of the same file. Thread-safe.
 */
public final class AtomicFiles {

    private static final FileAttribute<?>[] INHERITED = {};
    private static final FileAttribute<?>[] OWNER_ONLY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private AtomicFiles() {}

    /** Replaces the file durably; a link in its place is replaced, not followed. Permissions are kept. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path temporary = writeBeside(file, content, INHERITED);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        }
        publish(temporary, file);
    }

    /** Replaces the file durably; only its owner can read it. */
    public static void replacePrivate(Path file, byte[] content) throws IOException {
        publish(writeBeside(file, content, OWNER_ONLY), file);
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

    private static Path writeBeside(Path file, byte[] content, FileAttribute<?>[] attributes) throws IOException {
        Path temporary = temporaryOf(file);
        Files.deleteIfExists(temporary);
        try (FileChannel channel = FileChannel.open(
                temporary, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), attributes)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        return temporary;
    }

    private static void publish(Path temporary, Path file) throws IOException {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(Folders.of(file));
    }
}
