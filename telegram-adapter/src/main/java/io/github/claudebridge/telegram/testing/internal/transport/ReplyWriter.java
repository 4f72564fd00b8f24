package io.github.claudebridge.telegram.testing.internal.transport;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** Puts a reply on the wire. */
final class ReplyWriter {

    private ReplyWriter() {}

    static void write(HttpExchange exchange, Reply reply) throws IOException {
        sendHeaders(exchange, reply);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(reply.body());
        }
    }

    /** Promises the whole body, sends half of it and ends the connection. */
    static void writeHalf(HttpExchange exchange, Reply reply) throws IOException {
        sendHeaders(exchange, reply);
        OutputStream out = exchange.getResponseBody();
        out.write(reply.body(), 0, reply.body().length / 2);
        out.flush();
    }

    private static void sendHeaders(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    }
}
