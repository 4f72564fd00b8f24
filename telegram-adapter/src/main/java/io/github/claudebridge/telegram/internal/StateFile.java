package io.github.claudebridge.telegram.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A small JSON file that only its owner can read, replaced as a whole; the bot and the command line share it. Thread-safe. */
public final class StateFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** A lock on a file is for other processes only. */
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path file;

    /**
     * @param file in a folder that exists
     */
    public StateFile(Path file) {
        this.file = file;
    }

    /** The content; an empty object where there is no file. What is no JSON is an error, and grants nothing. */
    public JsonNode read() {
        try {
            JsonNode content = MAPPER.readTree(Files.readAllBytes(file));
            if (!content.isObject()) {
                throw new UncheckedIOException(damaged(null));
            }
            return content;
        } catch (NoSuchFileException e) {
            return MAPPER.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(damaged(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IOException damaged(@Nullable Throwable cause) {
        return new IOException(file + " is damaged; delete it to start afresh.", cause);
    }

    /** Replaces the content, which is on the disk when this returns. */
    public void write(JsonNode content) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.deleteIfExists(next);
            try (FileChannel channel = FileChannel.open(
                    next,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                    OWNER_ONLY)) {
                ByteBuffer bytes = ByteBuffer.wrap(MAPPER.writeValueAsBytes(content));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the content by what is made of it, while nobody else does. */
    public void change(UnaryOperator<JsonNode> change) {
        JsonNode unused = locked(() -> {
            JsonNode content = change.apply(read());
            write(content);
            return content;
        });
    }

    /** Does something while nobody else reads and writes this file, in this process or another. */
    public <T> T locked(Supplier<T> work) {
        synchronized (IN_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    OWNER_ONLY)) {
                FileLock unused = channel.lock();
                return work.get();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
