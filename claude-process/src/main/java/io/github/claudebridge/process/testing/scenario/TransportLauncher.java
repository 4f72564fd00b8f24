package io.github.claudebridge.process.testing.scenario;

import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.Transport;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts a command through a transport; of the signals, TERM and KILL can be sent. Thread-safe if the transport is. */
public final class TransportLauncher implements Launcher {
    private final Transport transport;
    private final List<String> command;
    private final Map<String, String> environment;

    /**
     * A launcher.
     *
     * @param command the command, which the arguments follow
     * @param environment the whole environment; nothing is inherited
     */
    public TransportLauncher(Transport transport, List<String> command, Map<String, String> environment) {
        this.transport = transport;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Conversation start(List<String> arguments, Path directory, Map<String, String> additions) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(arguments);
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(additions);
        return new Running(transport.start(new Launch(whole, directory, variables)));
    }

    private static final class Running implements Conversation {
        private final Connection connection;

        Running(Connection connection) {
            this.connection = connection;
        }

        @Override
        public OutputStream input() {
            return connection.input();
        }

        @Override
        public InputStream output() {
            return connection.output();
        }

        @Override
        public void signal(String name) {
            switch (name) {
                case "TERM" -> connection.terminate();
                case "KILL" -> connection.killTree();
                default -> throw new UnsupportedOperationException("a transport cannot send " + name);
            }
        }

        @Override
        public OptionalInt exitCode(Duration time) throws InterruptedException {
            try {
                return OptionalInt.of(connection.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                return OptionalInt.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            connection.killTree();
        }
    }
}
