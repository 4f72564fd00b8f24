package io.github.claudebridge.session.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/**
 * The next content of a file, on disk under another name: what is left to do hardly takes time and hardly fails. Not
 * thread-safe.
 */
public final class PreparedFile implements Closeable {

    private final Path temporary;

    private PreparedFile(Path temporary) {
        this.temporary = temporary;
    }

    /**
     * Writes the content durably.
     *
     * @param temporary where to, on the file system of the file; what lies there is replaced
     */
    public static PreparedFile write(Path temporary, byte[] content, FileAttribute<?>... attributes)
            throws IOException {
        Files.deleteIfExists(temporary);
        PreparedFile prepared = new PreparedFile(temporary);
        try (FileChannel channel = FileChannel.open(
                temporary, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), attributes)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return prepared;
        } catch (IOException e) {
            prepared.close();
            throw e;
        }
    }

    /** Gives it the permissions of the file that it is going to replace, where there is one. */
    public PreparedFile permittedLike(Path file) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        }
        return this;
    }

    /** Puts it into its place, in one step and durably; a link there is replaced, not followed. */
    public void publish(Path file) throws IOException {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        AtomicFiles.syncFolder(Folders.of(file));
    }

    /** Removes it unless it was published. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(temporary);
    }
}
