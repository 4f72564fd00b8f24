package io.github.claudebridge.process.testing.scenario;

import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.ForwardingConnection;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.Transport;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transport that records the run of one command, so that it can be played again as a {@link Scenario}. Prompts are
 * recorded as they are sent: a run against the real API must be scripted before another model can answer it alike.
 * Thread-safe.
 */
public final class Recorder implements Transport {
    private final Transport transport;
    private volatile @Nullable RecordedSteps steps;

    /** A recorder of what is started through this transport. */
    public Recorder(Transport transport) {
        this.transport = transport;
    }

    /** Starts the command; a recorder records one run only. */
    @Override
    public Connection start(Launch launch) {
        if (steps != null) {
            throw new IllegalStateException("a recorder records one run only");
        }
        RecordedSteps recorded = new RecordedSteps(launch.directory());
        steps = recorded;
        recorded.started(launch.command());
        return new Recorded(transport.start(launch), recorded);
    }

    /** The run so far; empty where nothing was started. */
    public Optional<Scenario> scenario(String title) {
        return Optional.ofNullable(steps)
                .map(recorded -> new Scenario(title, Set.of(), recorded.steps(), recorded.report()));
    }

    private static final class Recorded extends ForwardingConnection {
        private final OutputStream input;
        private final InputStream output;

        Recorded(Connection connection, RecordedSteps steps) {
            super(connection);
            input = Tee.of(connection.input(), steps::sent, steps::closed);
            output = Tee.of(connection.output(), steps::received);
        }

        @Override
        public OutputStream input() {
            return input;
        }

        @Override
        public InputStream output() {
            return output;
        }
    }
}
