package io.github.claudebridge.process.protocol.internal;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.claudebridge.process.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The JSON library as the wire format needs it. */
public final class Wire {

    /** Reads lines of any length; writes no character that a reader might take for the end of a line. */
    public static final JsonMapper JSON = JsonMapper.builder(new JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .characterEscapes(JsonpCharacterEscapes.instance())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Wire() {}

    static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isTextual() ? value.textValue() : "";
    }

    static @Nullable String textOrNull(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isTextual() ? value.textValue() : null;
    }

    static OptionalInt integer(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.canConvertToInt() ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }

    static OptionalDouble number(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }

    static Json json(JsonNode node) {
        return Json.of(node);
    }

    static @Nullable Json jsonOrNull(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isMissingNode() || value.isNull() ? null : json(value);
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            if (element.isTextual()) {
                texts.add(element.textValue());
            }
        }
        return texts;
    }
}
