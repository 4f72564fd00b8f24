package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.Transport;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/** A transport that notes when a prompt with a mark is written to the CLI, and when the result with the mark has been read from it. */
record BenchTransport(Transport inner, Marks prompts, Marks results) implements Transport {

    private static final String RESULT = "\"type\":\"result\"";

    @Override
    public Connection start(Launch launch) {
        Connection connection = inner.start(launch);
        return new Watched(connection, new Input(connection.input()), new Output(connection.output()));
    }

    private final class Input extends FilterOutputStream {
        private final LineEnds lines = new LineEnds(prompts::note);

        Input(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            lines.add(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            lines.add(bytes, from, length);
        }
    }

    private final class Output extends FilterInputStream {
        private final LineEnds lines = new LineEnds(line -> {
            if (line.contains(RESULT)) {
                results.note(line);
            }
        });

        Output(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            if (value >= 0) {
                lines.add(new byte[] {(byte) value}, 0, 1);
            }
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = in.read(bytes, from, length);
            lines.add(bytes, from, Math.max(0, count));
            return count;
        }
    }

    private record Watched(Connection inner, OutputStream input, InputStream output) implements Connection {
        @Override
        public InputStream errors() {
            return inner.errors();
        }

        @Override
        public long pid() {
            return inner.pid();
        }

        @Override
        public CompletableFuture<Integer> onExit() {
            return inner.onExit();
        }

        @Override
        public void terminate() {
            inner.terminate();
        }

        @Override
        public void killTree() {
            inner.killTree();
        }

        @Override
        public boolean isTreeAlive() {
            return inner.isTreeAlive();
        }
    }
}
