package io.github.claudebridge.process.transcript;

import io.github.claudebridge.process.framing.LineSink;
import io.github.claudebridge.process.framing.LineSplitter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Reads a session's file, and goes on where it stopped: to follow a session, poll again. Uses memory for a few times its longest line,
 * of which those beyond 64 MiB are passed over. Not thread-safe.
 */
public final class TranscriptReader {

    private static final int CHUNK_BYTES = 1 << 16;

    private final Path file;
    private final Queue<TranscriptMessage> ready = new ArrayDeque<>();
    private LineSplitter splitter;
    private long position;

    TranscriptReader(Path file) {
        this.file = file;
        this.splitter = splitter();
    }

    private LineSplitter splitter() {
        return new LineSplitter(LineSplitter.DEFAULT_MAX_BYTES, new LineSink() {
            @Override
            public void line(byte[] buffer, int offset, int length) {
                if (EntryParser.mayBeMessage(buffer, offset, length)) {
                    EntryParser.parse(buffer, offset, length)
                            .filter(entry -> entry.isUser() || entry.isAssistant())
                            .map(entry -> message(entry, new String(buffer, offset, length, StandardCharsets.UTF_8)))
                            .ifPresent(ready::add);
                }
            }

            @Override
            public void tooLong(byte[] head, long length) {
                // An image or a tool's output; what was said is shorter.
            }
        });
    }

    private static TranscriptMessage message(Entry entry, String line) {
        TranscriptMessage.Role role =
                entry.isAssistant() ? TranscriptMessage.Role.ASSISTANT : TranscriptMessage.Role.USER;
        return new TranscriptMessage(entry.uuid(), role, entry.messageId(), entry.text(), entry.endsAnswer(), line);
    }

    /**
     * Passes on what has been said since the last call, from the beginning at the first. A line that is not whole yet waits for the next
     * call. A file that has been replaced by a shorter one is read anew.
     *
     * @param messages takes the messages, on this thread, in order; when it throws, this call ends with that, and the next one goes on
     *     with the message after
     * @throws IOException if the file cannot be read
     */
    public void poll(Consumer<TranscriptMessage> messages) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < position) {
                position = 0;
                splitter = splitter();
                ready.clear();
            }
            passOn(messages);
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
            for (int n = channel.read(chunk, position); n > 0; n = channel.read(chunk, position)) {
                position += n;
                splitter.feed(chunk.array(), 0, n);
                chunk.clear();
                passOn(messages);
            }
        }
    }

    private void passOn(Consumer<TranscriptMessage> messages) {
        for (TranscriptMessage next = ready.poll(); next != null; next = ready.poll()) {
            messages.accept(next);
        }
    }
}
