package io.github.claudebridge.telegram.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says yes to every call, at once, and notes when each message arrived. */
final class BenchServer implements AutoCloseable {

    static final String TOKEN = "12345:abcdefghijklmnopqrstuvwxyz0123456789";

    private static final Pattern MARK = Pattern.compile("mark-\\d+");

    private final HttpServer server;
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private final AtomicInteger messages = new AtomicInteger();

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
        long now = System.nanoTime();
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher mark = MARK.matcher(body);
        if (mark.find()) {
            arrived.putIfAbsent(mark.group(), now);
        }
        boolean message = call.getRequestURI().getPath().endsWith("sendmessage");
        String result = message
                ? "{\"message_id\":%d,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"}}"
                        .formatted(messages.incrementAndGet())
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

    /** When the message with this mark arrived, in nanoseconds; waits for it. */
    long arrival(String mark) throws InterruptedException {
        Long at = arrived.get(mark);
        while (at == null) {
            synchronized (this) {
                wait(1);
            }
            at = arrived.get(mark);
        }
        return at;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
