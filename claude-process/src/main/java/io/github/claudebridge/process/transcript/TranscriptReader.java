package io.github.claudebridge.process.transcript;

import io.github.claudebridge.process.framing.LineSink;
import io.github.claudebridge.process.framing.LineSplitter;
import io.github.claudebridge.process.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Reads a session's file, and goes on where it stopped: to follow a session, poll again. Uses no more memory than its longest line, and
 * never more than 64 MiB. Not thread-safe.
 */
public final class TranscriptReader {

    private static final int CHUNK_BYTES = 1 << 16;

    private final Path file;
    private LineSplitter splitter;
    private long position;
    private Consumer<TranscriptMessage> sink = message -> {};

    TranscriptReader(Path file) {
        this.file = file;
        this.splitter = splitter();
    }

    private LineSplitter splitter() {
        return new LineSplitter(LineSplitter.DEFAULT_MAX_BYTES, new LineSink() {
            @Override
            public void line(byte[] buffer, int offset, int length) {
                parse(new String(buffer, offset, length, StandardCharsets.UTF_8));
            }

            @Override
            public void tooLong(byte[] head, long length) {
                // An image or a tool's output; what was said is shorter.
            }
        });
    }

    private void parse(String line) {
        try {
            TranscriptMessage.of(Json.parse(line)).ifPresent(sink);
        } catch (IllegalArgumentException torn) {
            // The last line before a crash may be cut off.
        }
    }

    /**
     * Passes on what has been said since the last call, from the beginning at the first. A line that is not whole yet waits for the next
     * call. A file that has been replaced by a shorter one is read anew.
     *
     * @param messages takes the messages, on this thread, in order
     * @throws IOException if the file cannot be read
     */
    public void poll(Consumer<TranscriptMessage> messages) throws IOException {
        sink = messages;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < position) {
                position = 0;
                splitter = splitter();
            }
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
            for (int n = channel.read(chunk, position); n > 0; n = channel.read(chunk, position)) {
                position += n;
                splitter.feed(chunk.array(), 0, n);
                chunk.clear();
            }
        }
    }
}
