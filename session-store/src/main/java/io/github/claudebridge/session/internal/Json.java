package io.github.claudebridge.session.internal;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON objects as bytes and back: strict when reading, faithful to what it does not know. Thread-safe. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** An object without fields. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Reads one JSON object in UTF-8.
     *
     * @throws BadJsonException when the bytes are anything else
     */
    public static ObjectNode parse(byte[] bytes) throws BadJsonException {
        return parse(bytes, 0, bytes.length);
    }

    /**
     * Reads one JSON object in UTF-8 out of a part of a buffer.
     *
     * @throws BadJsonException when the bytes are anything else
     */
    public static ObjectNode parse(byte[] bytes, int offset, int length) throws BadJsonException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(bytes, offset, length);
        } catch (IOException | NumberFormatException e) {
            // An exponent of ten digits is valid JSON, but no number that Java knows.
            throw new BadJsonException("", "is not valid JSON", e);
        }
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new BadJsonException("", "is not a JSON object", null);
    }

    /** The object as indented text with a final newline, for files that people read. */
    public static byte[] pretty(ObjectNode object) {
        return (object.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The object on one line, without a newline. */
    public static byte[] line(ObjectNode object) {
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }
}
