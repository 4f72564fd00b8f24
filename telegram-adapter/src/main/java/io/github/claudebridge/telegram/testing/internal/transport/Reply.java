package io.github.claudebridge.telegram.testing.internal.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back over the wire. The bytes are shared and must not be changed. */
public final class Reply {

    private static final String JSON = "application/json";
    private static final String FILE = "application/octet-stream";

    private final int status;
    private final String contentType;
    private final Map<String, String> headers;
    private final byte[] body;

    public Reply(int status, String contentType, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.headers = headers;
        this.body = body;
    }

    /** A successful answer of a method. */
    public static Reply ok(JsonNode result) {
        ObjectNode body = Json.object().put("ok", true);
        body.set("result", result);
        return new Reply(200, JSON, Map.of(), utf8(Json.write(body)));
    }

    /** The bytes of a file. */
    static Reply file(byte[] bytes) {
        return new Reply(200, FILE, Map.of(), bytes);
    }

    /** A refusal. */
    public static Reply error(ApiError error) {
        ObjectNode body =
                Json.object().put("ok", false).put("error_code", error.code()).put("description", error.description());
        if (!error.parameters().isEmpty()) {
            body.set("parameters", error.parameters());
        }
        JsonNode retryAfter = error.parameters().path("retry_after");
        Map<String, String> headers =
                retryAfter.isMissingNode() ? Map.of() : Map.of("Retry-After", retryAfter.asText());
        return new Reply(error.code(), JSON, headers, utf8(Json.write(body)));
    }

    /** What a proxy says when the server behind it does not answer. */
    static Reply badGateway() {
        String page = "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>";
        return new Reply(502, "text/html", Map.of(), utf8(page));
    }

    /** No answer at all. */
    static Reply nothing() {
        return new Reply(0, JSON, Map.of(), new byte[0]);
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    /** The body as text; of a file only its size. */
    String recorded() {
        return contentType.equals(FILE) ? body.length + " bytes" : new String(body, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
