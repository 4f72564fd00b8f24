package io.github.claudebridge.app.metrics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.telegram.journal.JournalException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Serves {@code /health} (200 if the bot works, 503 if not) and {@code /metrics}, on loopback only. Pages of the web that are open in a
 * browser of this host cannot read it: another name than that of the host itself is refused. Thread-safe.
 */
public final class MetricsServer implements AutoCloseable {

    private final HttpServer server;
    private final Meters meters;
    private final Vitals vitals;

    private MetricsServer(HttpServer server, Meters meters, Vitals vitals) {
        this.server = server;
        this.meters = meters;
        this.vitals = vitals;
    }

    /**
     * Begins to serve.
     *
     * @param address of loopback; port 0 takes a free one
     * @throws StartException if the port is taken
     */
    public static MetricsServer start(InetSocketAddress address, Meters meters, Vitals vitals) throws StartException {
        if (!address.getAddress().isLoopbackAddress()) {
            throw new StartException(ExitCode.CONFIGURATION, "metrics.listen must be an address of this host alone.");
        }
        try {
            MetricsServer serving = new MetricsServer(HttpServer.create(address, 0), meters, vitals);
            meters.watch(vitals);
            serving.server.createContext("/", serving::answer);
            serving.server.start();
            return serving;
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.CANNOT_WRITE,
                    "metrics.listen: " + address.getHostString() + ":" + address.getPort() + " cannot be served ("
                            + e.getMessage() + "). Choose another port, or stop the program that has it.");
        }
    }

    /** Where it is served. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
            if (!host.matches("(?:127\\.0\\.0\\.1|localhost|\\[::1])(?::\\d+)?")) {
                send(exchange, 403, "text/plain", new byte[0]);
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/health" -> health(exchange);
                case "/metrics" -> {
                    ByteArrayOutputStream text = new ByteArrayOutputStream();
                    meters.write(text);
                    send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", text.toByteArray());
                }
                default -> send(exchange, 404, "text/plain", new byte[0]);
            }
        }
    }

    private void health(HttpExchange exchange) throws IOException {
        boolean reading = vitals.isReading();
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("reading", reading).put("claude_processes", vitals.processes());
        boolean journal = true;
        try {
            report.put("unsent_messages", vitals.unsent());
        } catch (JournalException e) {
            journal = false;
        }
        report.put("journal", journal);
        byte[] body = (report + "\n").getBytes(StandardCharsets.UTF_8);
        send(exchange, reading && journal ? 200 : 503, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
