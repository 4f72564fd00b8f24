package io.github.claudebridge.telegram.testing.internal.transport;

import com.sun.net.httpserver.HttpExchange;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a call comes out of a browser that was led here by some web page; bots name no origin and call the address that they were given. */
final class CrossSite {

    private CrossSite() {}

    static boolean isSuspected(HttpExchange exchange) {
        int port = exchange.getLocalAddress().getPort();
        @Nullable String host = exchange.getRequestHeaders().getFirst("Host");
        boolean ours =
                host != null && Set.of("127.0.0.1:" + port, "localhost:" + port).contains(host);
        return !ours || exchange.getRequestHeaders().containsKey("Origin");
    }
}
