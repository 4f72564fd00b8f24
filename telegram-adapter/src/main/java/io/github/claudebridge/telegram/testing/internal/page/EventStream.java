package io.github.claudebridge.telegram.testing.internal.page;

import com.sun.net.httpserver.HttpExchange;
import io.github.claudebridge.telegram.testing.internal.core.World;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/** Sends the state to the browser whenever it has changed, until one of both ends (server-sent events). */
final class EventStream {

    /** Also without a change: drafts and "is typing" vanish by time alone. */
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(500);

    private static final Duration SHORTEST_SILENCE = Duration.ofMillis(30);
    private static final int BEATS_PER_SIGN_OF_LIFE = 20;

    private final World world;
    private final Supplier<String> snapshot;

    EventStream(World world, Supplier<String> snapshot) {
        this.world = world;
        this.snapshot = snapshot;
    }

    void serve(HttpExchange exchange) throws IOException {
        String now = snapshot.get();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        String last = "";
        int quietBeats = 0;
        try (OutputStream out = exchange.getResponseBody()) {
            while (!world.isClosed()) {
                long seen = world.version();
                now = snapshot.get();
                quietBeats++;
                if (!now.equals(last)) {
                    write(out, "data: " + now + "\n\n");
                    last = now;
                    quietBeats = 0;
                } else if (quietBeats % BEATS_PER_SIGN_OF_LIFE == 0) {
                    write(out, ": still here\n\n");
                }
                world.pause(SHORTEST_SILENCE);
                world.await(LONGEST_SILENCE, () -> world.version() != seen);
            }
        }
    }

    private static void write(OutputStream out, String event) throws IOException {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
