package io.github.claudebridge.process.protocol.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.process.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON trees to the bytes of a line. */
public final class LineEncoder {

    private LineEncoder() {}

    /** The tree of a value. */
    public static JsonNode tree(Json json) {
        try {
            return Wire.JSON.readTree(json.text());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Sets fields from Java values. */
    public static void putAll(ObjectNode node, Map<String, @Nullable Object> fields) {
        node.setAll((ObjectNode) tree(Json.of(fields)));
    }

    /** The line, without its end. Halves of surrogate pairs, which have no UTF-8 form, become question marks. */
    public static byte[] bytes(JsonNode line) {
        try {
            return Wire.JSON.writeValueAsString(line).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree always has a text", e);
        }
    }
}
