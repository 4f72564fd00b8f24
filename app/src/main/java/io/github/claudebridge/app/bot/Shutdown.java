package io.github.claudebridge.app.bot;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is closed when the JVM is told to end, by SIGTERM or Ctrl-C: the newest first. It may be closed before, and is then closed
 * again. Thread-safe.
 */
public final class Shutdown {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final Deque<AutoCloseable> held = new ArrayDeque<>();
    private boolean ending;

    private Shutdown() {}

    /** Opens something. */
    public interface Opening<T> {
        T open() throws IOException, StartException;
    }

    /** Waits for the end from now on. */
    public static Shutdown watch() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::end, "shutdown"));
        return shutdown;
    }

    /**
     * Opens something that must be closed at the end. An end that comes meanwhile waits until it is open, so that nothing half-open
     * is left.
     *
     * @throws StartException if the end has come
     */
    public synchronized <T extends AutoCloseable> T hold(Opening<T> opening) throws IOException, StartException {
        if (ending) {
            throw new StartException(ExitCode.BUSY, "It was stopped while it started.");
        }
        T opened = opening.open();
        held.push(opened);
        return opened;
    }

    private synchronized void end() {
        ending = true;
        for (AutoCloseable each : held) {
            try {
                each.close();
            } catch (Exception e) {
                LOG.error("Something was not closed as it should.", e);
            }
        }
    }
}
