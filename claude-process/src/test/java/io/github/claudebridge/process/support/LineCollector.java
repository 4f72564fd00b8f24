package io.github.claudebridge.process.support;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** An output stream that hands on whole lines. */
final class LineCollector extends OutputStream {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> lines;
    private final Runnable atClose;

    LineCollector(Consumer<String> lines, Runnable atClose) {
        this.lines = lines;
        this.atClose = atClose;
    }

    @Override
    public void write(int b) {
        if (b == '\n') {
            lines.accept(line.toString(StandardCharsets.UTF_8));
            line.reset();
        } else {
            line.write(b);
        }
    }

    @Override
    public void close() {
        atClose.run();
    }
}
