package io.github.claudebridge.process.testing;

import io.github.claudebridge.process.testing.internal.cli.FakeProgram;
import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.Transport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs the stand-in on threads of this process. Thread-safe. */
final class InMemoryTransport implements Transport {
    private final List<String> setup;

    InMemoryTransport(List<String> setup) {
        this.setup = setup;
    }

    @Override
    public Connection start(Launch launch) {
        List<String> words = new ArrayList<>(setup);
        List<String> command = launch.command();
        command.stream().dropWhile(word -> !word.startsWith("-")).forEach(words::add);
        return new Running(words, launch);
    }

    private static final class Running extends InMemoryConnection {
        private static final int KILLED = 137;

        private final BytePipe in;
        private final BytePipe out;
        private final BytePipe err;
        private final FakeProgram program;

        Running(List<String> words, Launch launch) {
            this(words, launch, new BytePipe(), new BytePipe(), new BytePipe());
        }

        private Running(List<String> words, Launch launch, BytePipe in, BytePipe out, BytePipe err) {
            super(in.sink(), out.source(), err.source());
            this.in = in;
            this.out = out;
            this.err = err;
            PrintStream standardOut = new PrintStream(out.sink(), true, StandardCharsets.UTF_8);
            PrintStream standardErr = new PrintStream(err.sink(), true, StandardCharsets.UTF_8);
            program = new FakeProgram(
                    words, launch.environment(), launch.directory(), in.source(), standardOut, standardErr);
            Thread thread = new Thread(this::run, "fake-claude");
            thread.setDaemon(true);
            thread.start();
        }

        private void run() {
            try {
                end(program.run());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                end(KILLED);
            }
        }

        private void end(int code) {
            try {
                out.sink().close();
                err.sink().close();
                in.source().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                ended(code);
            }
        }

        @Override
        public void terminate() {
            program.terminate();
        }

        @Override
        public void killTree() {
            end(KILLED);
            program.kill();
        }
    }
}
