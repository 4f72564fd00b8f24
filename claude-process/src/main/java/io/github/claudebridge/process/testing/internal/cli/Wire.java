package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;

/** Standard output: whole lines of JSON, in the order of the calls. Thread-safe. */
final class Wire {
    private final OutputStream out;
    private final Supplier<String> sessionId;

    Wire(OutputStream out, Supplier<String> sessionId) {
        this.out = out;
        this.sessionId = sessionId;
    }

    /** An event of the session; gets an id of its own unless it has one. */
    void event(JsonObject event) {
        event.with("session_id", sessionId.get());
        if (!event.has("uuid")) {
            event.with("uuid", UUID.randomUUID().toString());
        }
        line(event);
    }

    /** A line of the control protocol, as it is. */
    void line(JsonObject line) {
        bytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes that need not be a line, as they are. */
    synchronized void bytes(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
