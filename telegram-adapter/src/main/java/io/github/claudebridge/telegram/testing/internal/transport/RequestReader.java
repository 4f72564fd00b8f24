package io.github.claudebridge.telegram.testing.internal.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a call's parameters from the query and from a JSON, form or multipart body. */
final class RequestReader {

    private static final int MAX_BODY = 64 << 20;

    private RequestReader() {}

    static Parameters read(HttpExchange exchange) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Upload> uploads = new LinkedHashMap<>();
        readForm(exchange.getRequestURI().getRawQuery(), values);
        byte[] body = readBody(exchange);
        String header = exchange.getRequestHeaders().getFirst("Content-Type");
        String type = header == null ? "" : header.toLowerCase(Locale.ROOT);
        if (body.length > 0 && type.startsWith("application/json")) {
            readJson(body, values);
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            readForm(new String(body, StandardCharsets.UTF_8), values);
        } else if (header != null && type.startsWith("multipart/form-data")) {
            MultipartReader.read(header, body, values, uploads);
        }
        return new Parameters(values, uploads);
    }

    private static byte[] readBody(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                throw new ApiError(413, "Request Entity Too Large");
            }
            return body;
        }
    }

    private static void readJson(byte[] body, Map<String, String> values) {
        JsonNode root = Json.parse(new String(body, StandardCharsets.UTF_8))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> ApiError.badRequest("can't parse JSON object"));
        root.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (!value.isNull()) {
                values.put(entry.getKey(), value.isTextual() ? value.textValue() : Json.write(value));
            }
        });
    }

    private static void readForm(@Nullable String form, Map<String, String> values) {
        if (form == null || form.isEmpty()) {
            return;
        }
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            try {
                values.put(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw ApiError.badRequest("can't parse the request");
            }
        }
    }
}
