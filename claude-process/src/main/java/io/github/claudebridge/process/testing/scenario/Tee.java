package io.github.claudebridge.process.testing.scenario;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Lets somebody listen to the lines of a stream. */
final class Tee {
    private Tee() {}

    static InputStream of(InputStream in, Consumer<String> listener) {
        return new Input(in, new Lines(listener));
    }

    /**
     * Listens to what is written.
     *
     * @param onClose called before the stream is closed
     */
    static OutputStream of(OutputStream out, Consumer<String> listener, Runnable onClose) {
        return new Output(out, new Lines(listener), onClose);
    }

    private static final class Lines {
        private final Consumer<String> listener;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(Consumer<String> listener) {
            this.listener = listener;
        }

        synchronized void feed(byte[] bytes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (bytes[i] == '\n') {
                    listener.accept(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(bytes[i]);
                }
            }
        }
    }

    private static final class Input extends FilterInputStream {
        private final Lines lines;

        Input(InputStream in, Lines lines) {
            super(in);
            this.lines = lines;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            lines.feed(bytes, offset, Math.max(0, count));
            return count;
        }
    }

    private static final class Output extends FilterOutputStream {
        private final Lines lines;
        private final Runnable onClose;

        Output(OutputStream out, Lines lines, Runnable onClose) {
            super(out);
            this.lines = lines;
            this.onClose = onClose;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            lines.feed(bytes, offset, length);
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            onClose.run();
            super.close();
        }
    }
}
