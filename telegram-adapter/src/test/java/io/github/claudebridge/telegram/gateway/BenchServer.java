package io.github.claudebridge.telegram.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Says yes to every call, at once, and notes when each message arrived. */
final class BenchServer implements AutoCloseable {

    static final String TOKEN = "12345:abcdefghijklmnopqrstuvwxyz0123456789";

    private final HttpServer server;
    private final Marks messages = new Marks();
    private final AtomicInteger count = new AtomicInteger();

    static {
        // Otherwise every answer waits for 40 ms, until the client acknowledges its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    BenchServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "bench-server");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean message = call.getRequestURI().getPath().endsWith("sendmessage");
        if (message) {
            messages.note(body);
        }
        String result = message
                ? "{\"message_id\":%d,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"}}"
                        .formatted(count.incrementAndGet())
                : "true";
        byte[] answer = ("{\"ok\":true,\"result\":" + result + "}").getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, answer.length);
        call.getResponseBody().write(answer);
        call.close();
    }

    TelegramSettings settings() {
        URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new TelegramSettings(BotToken.of(TOKEN), root, Pace.unlimited());
    }

    /** The messages that arrived. */
    Marks messages() {
        return messages;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
