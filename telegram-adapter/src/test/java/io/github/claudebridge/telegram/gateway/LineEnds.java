package io.github.claudebridge.telegram.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on each line of a stream when its last byte has passed. Not thread-safe. */
final class LineEnds {

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineEnds(Consumer<String> lines) {
        this.lines = lines;
    }

    void add(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                lines.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(bytes[i]);
            }
        }
    }
}
