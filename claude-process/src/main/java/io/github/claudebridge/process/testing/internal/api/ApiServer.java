package io.github.claudebridge.process.testing.internal.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.json.JsonSyntaxException;
import io.github.claudebridge.process.testing.internal.model.ScriptedModel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** The HTTP server: sorts requests by path and hands each to the observer before it is answered. Thread-safe. */
public final class ApiServer implements AutoCloseable {
    private static final int CHARACTERS_PER_TOKEN = 4;

    static {
        // Without this every small event of a stream waits up to 40 ms for the acknowledgement of the one before.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ScriptedModel model = new ScriptedModel();
    private final MessagesEndpoint messages = new MessagesEndpoint(model, Clock.systemUTC(), closed);
    private final BiConsumer<String, String> observer;

    /**
     * Starts a server on a free port of the loopback interface.
     *
     * @param observer gets method and path, and the body, of each request; called by the server's threads
     */
    public ApiServer(BiConsumer<String, String> observer) throws IOException {
        this.observer = observer;
        threads = Executors.newCachedThreadPool(ApiServer::daemon);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        observer.accept(call, body);
        exchange.getResponseHeaders().set("request-id", model.nextId("req"));
        switch (call) {
            case "POST /v1/messages" -> message(exchange, body);
            case "POST /v1/messages/count_tokens" ->
                Responses.send(exchange, 200, JsonObject.of("input_tokens", body.length() / CHARACTERS_PER_TOKEN + 1));
            case "GET /v1/models" -> Responses.send(exchange, 200, JsonObject.of("data", List.of(), "has_more", false));
            case "GET /", "HEAD /" -> Responses.send(exchange, 200, JsonObject.of());
            default -> Responses.sendError(exchange, 404, "not_found_error", "no such path: " + call);
        }
    }

    private void message(HttpExchange exchange, String body) throws IOException {
        try {
            messages.answer(exchange, JsonObject.parse(body));
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            Responses.sendError(exchange, 400, "invalid_request_error", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("closed").initCause(e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fake-anthropic");
        thread.setDaemon(true);
        return thread;
    }
}
