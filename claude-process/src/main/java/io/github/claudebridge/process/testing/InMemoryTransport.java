package io.github.claudebridge.process.testing;

import io.github.claudebridge.process.testing.internal.cli.FakeProgram;
import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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

    private static final class Running implements Connection {
        private static final int KILLED = 137;

        private final BytePipe in = new BytePipe();
        private final BytePipe out = new BytePipe();
        private final BytePipe err = new BytePipe();
        private final OutputStream input = in.sink();
        private final InputStream output = out.source();
        private final InputStream errors = err.source();
        private final CompletableFuture<Integer> exit = new CompletableFuture<>();
        private final FakeProgram program;

        Running(List<String> words, Launch launch) {
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
                exit.complete(code);
            }
        }

        @Override
        public OutputStream input() {
            return input;
        }

        @Override
        public InputStream output() {
            return output;
        }

        @Override
        public InputStream errors() {
            return errors;
        }

        @Override
        public long pid() {
            return 0;
        }

        @Override
        public CompletableFuture<Integer> onExit() {
            return exit.copy();
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

        @Override
        public boolean isTreeAlive() {
            return !exit.isDone();
        }
    }
}
