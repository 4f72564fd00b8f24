package io.github.claudebridge.telegram.testing.internal.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page's own files; nothing else can be asked for. */
final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "", "text/html; charset=utf-8",
            "page.css", "text/css; charset=utf-8",
            "page.js", "text/javascript; charset=utf-8",
            "messages.js", "text/javascript; charset=utf-8",
            "entities.js", "text/javascript; charset=utf-8",
            "composer.js", "text/javascript; charset=utf-8");

    private Assets() {}

    static void serve(HttpExchange exchange, String name) throws IOException {
        @Nullable String type = TYPES.get(name);
        if (type == null) {
            PageReply.notFound(exchange);
            return;
        }
        PageReply.send(exchange, 200, type, read(name.isEmpty() ? "index.html" : name));
    }

    private static byte[] read(String name) throws IOException {
        try (@Nullable InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The page's file " + name + " is missing from the jar");
            }
            return in.readAllBytes();
        }
    }
}
