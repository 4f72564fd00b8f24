package io.github.claudebridge.process.testing.internal.api;

import com.sun.net.httpserver.HttpExchange;
import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Whole answers, in the form of the API. */
final class Responses {
    private Responses() {}

    static void send(HttpExchange exchange, int status, JsonObject body) throws IOException {
        send(exchange, status, "application/json", body.toString());
    }

    static void sendError(HttpExchange exchange, int status, String type, String message) throws IOException {
        JsonObject error = JsonObject.of("type", type, "message", message);
        send(exchange, status, JsonObject.of("type", "error", "error", error));
    }

    static void send(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", contentType);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().close();
    }
}
