package io.github.claudebridge.telegram.testing.internal.transport;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.faults.FaultScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The HTTP server on a free port of the loopback interface. Thread-safe. */
public final class ApiServer implements AutoCloseable {

    /** Without it the JDK's server waits 40 ms between the head of an answer and its body. It is read once, at first use. */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    static {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private ApiServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts to listen.
     *
     * @param port the port; 0 for a free one
     * @param downloads the bytes of a file by its {@code file_path}
     */
    public static ApiServer start(
            int port,
            String token,
            World world,
            MethodTable methods,
            FaultScript faults,
            CallLog log,
            Function<String, Optional<byte[]>> downloads) {
        try {
            HttpServer http = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
            ExecutorService threads = Executors.newCachedThreadPool(daemons());
            http.setExecutor(threads);
            http.createContext("/", new ApiHandler(token, world, methods, faults, log, downloads));
            http.start();
            return new ApiServer(http, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("The fake Telegram server could not listen on the loopback interface", e);
        }
    }

    /** Serves something else than the Bot API under {@code path}. */
    public void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    /** Where the server listens, without a path. */
    public URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "fake-telegram-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
