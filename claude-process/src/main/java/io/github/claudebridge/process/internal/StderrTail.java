package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.framing.LineSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines of stderr, for messages. Thread-safe. */
final class StderrTail implements LineSink {

    private static final int LINES = 20;
    private static final int CHARS = 500;

    private final Deque<String> lines = new ArrayDeque<>();

    @Override
    public void line(byte[] buffer, int offset, int length) {
        add(new String(buffer, offset, Math.min(length, 4 * CHARS), StandardCharsets.UTF_8));
    }

    @Override
    public void tooLong(byte[] head, long length) {
        add(new String(head, StandardCharsets.UTF_8));
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    private synchronized void add(String line) {
        if (line.isBlank()) {
            return;
        }
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.substring(0, Math.min(line.length(), CHARS)));
    }
}
