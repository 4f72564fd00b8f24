package io.github.claudebridge.telegram.testing.internal.page;

import com.sun.net.httpserver.HttpExchange;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a request comes from the page itself, not from another site that guesses or rebinds an address. */
final class SameSite {

    private SameSite() {}

    static boolean accepts(HttpExchange exchange) {
        int port = exchange.getLocalAddress().getPort();
        Set<String> hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        @Nullable String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !hosts.contains(host)) {
            return false;
        }
        @Nullable String origin = exchange.getRequestHeaders().getFirst("Origin");
        boolean changes = !exchange.getRequestMethod().equals("GET");
        return origin == null ? !changes : origin.equals("http://" + host);
    }
}
