package io.github.claudebridge.app.control;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.Failures;
import io.github.claudebridge.app.cli.StartException;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code state/control.sock} for whoever may enter the home's {@code state} folder: its owner, nobody else. Each connection has
 * a thread of its own, so that none keeps another or the bot waiting; there are a few at most. Thread-safe.
 */
public final class ControlServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private static final int MOST = 16;

    private final ServerSocketChannel server;
    private final Path file;
    private final ControlHandler handler;
    private final Duration patience;
    private final Semaphore places = new Semaphore(MOST);
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "control-clock"));

    private ControlServer(ServerSocketChannel server, Path file, ControlHandler handler, Duration patience) {
        this.server = server;
        this.file = file;
        this.handler = handler;
        this.patience = patience;
    }

    /**
     * Begins to serve. The caller holds the lock of the home, so that a socket that is there was left behind.
     *
     * @return empty if the system refuses such a socket, which the log tells; the bot works without
     */
    public static Optional<ControlServer> open(Path home, ControlHandler handler) {
        return open(home, handler, Duration.ofSeconds(10));
    }

    /**
     * As above.
     *
     * @param patience how long a connection may wait with its request
     */
    static Optional<ControlServer> open(Path home, ControlHandler handler, Duration patience) {
        Path file = ControlSocket.file(home);
        try {
            Files.deleteIfExists(file);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                server.bind(ControlSocket.address(home));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
            ControlServer serving = new ControlServer(server, file, handler, patience);
            daemon(serving::accept, "control").start();
            return Optional.of(serving);
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "{} cannot be served ({}), so that commands in the terminal cannot work through this bot. A path of more"
                            + " than 100 characters is too long for it.",
                    file,
                    e.getMessage());
            return Optional.empty();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel peer = server.accept();
                open.add(peer);
                daemon(() -> serve(peer), "control-work").start();
            } catch (ClosedChannelException e) {
                LOG.debug("No more requests are taken.");
            } catch (IOException e) {
                LOG.warn("A request from the terminal was missed: {}", e.getMessage());
            }
        }
    }

    private void serve(SocketChannel peer) {
        try (peer) {
            InputStream in = Channels.newInputStream(peer);
            Asker asker = new Asker(in, Channels.newOutputStream(peer));
            if (!places.tryAcquire()) {
                asker.say(new Reply.End(ExitCode.BUSY.code(), "The bot has too many requests at once."));
                return;
            }
            try {
                asker.say(answer(peer, in, asker));
            } finally {
                places.release();
            }
        } catch (IOException e) {
            LOG.debug("A connection ended: {}", e.getMessage());
        } finally {
            open.remove(peer);
        }
    }

    private Reply.End answer(SocketChannel peer, InputStream in, Asker asker) {
        Request request;
        ScheduledFuture<?> tooLate = clock.schedule(() -> close(peer), patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            request = Wire.request(in);
        } catch (IOException e) {
            return new Reply.End(ExitCode.WRONG_DATA.code(), String.valueOf(e.getMessage()));
        } finally {
            tooLate.cancel(false);
        }
        try {
            return new Reply.End(handler.handle(request, asker), "");
        } catch (StartException | RuntimeException e) {
            StartException told = Failures.explain(e);
            return new Reply.End(told.exitCode().code(), String.valueOf(told.getMessage()));
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A connection did not end as it should: {}", e.getMessage());
        }
    }

    /** Takes no more requests, ends all connections and removes the socket. Closing again does nothing. */
    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} was not removed: {}", file, e.getMessage());
        }
        open.forEach(ControlServer::close);
        clock.shutdownNow();
    }
}
