package io.github.claudebridge.session.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Reads files in folders that others can write: only regular files, never through a link, never more than expected.
 * Thread-safe.
 */
public final class GuardedFiles {

    /** No file of our own format is larger than this, in bytes. */
    public static final int SMALL = 1 << 20;

    private GuardedFiles() {}

    /**
     * The content of a small regular file.
     *
     * @throws NoSuchFileException when there is none
     * @throws IOException also when it is a link, a pipe, a folder, or larger than {@link #SMALL}
     */
    public static byte[] readSmall(Path file) throws IOException {
        try (SeekableByteChannel channel = open(file);
                InputStream in = Channels.newInputStream(channel)) {
            byte[] content = in.readNBytes(SMALL + 1);
            if (content.length > SMALL) {
                throw new IOException(file + " is larger than " + SMALL + " bytes");
            }
            return content;
        }
    }

    /**
     * Opens a regular file for reading.
     *
     * @throws NotLinkException when it is a link or anything else that is not a regular file
     */
    public static SeekableByteChannel open(Path file) throws IOException {
        // Looked at first because opening a named pipe would wait for its writer.
        if (!attributes(file).isRegularFile()) {
            throw new NotLinkException(file.toString(), null, "is not a regular file");
        }
        return Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** The attributes of the entry itself, not of what a link points to. */
    public static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
