package io.github.claudebridge.process.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON library behind {@link Json}. */
final class Mapper {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().addSerializer(Json.class, new AsIs()))
            .build();

    /** Keeps numbers as they are written, also those that no double can hold. */
    private static final ObjectReader TREES = JSON.readerFor(JsonNode.class)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private Mapper() {}

    static JsonNode read(String text) {
        try {
            JsonNode node = tree(text);
            if (node.isMissingNode()) {
                throw new IllegalArgumentException("Not the expected JSON: an empty text");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    /** Exponents of ten digits are nothing for decimals; for doubles they are infinite. */
    private static JsonNode tree(String text) throws JsonProcessingException {
        try {
            return TREES.readTree(text);
        } catch (NumberFormatException beyondDecimals) {
            return JSON.readTree(text);
        }
    }

    static String write(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This value has no JSON form: " + e.getOriginalMessage(), e);
        }
    }

    static Map<String, @Nullable Object> toMap(String text) {
        try {
            return JSON.readValue(text, new TypeReference<Map<String, @Nullable Object>>() {});
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    private static IllegalArgumentException notJson(JsonProcessingException e) {
        return new IllegalArgumentException("Not the expected JSON: " + e.getOriginalMessage(), e);
    }

    private static final class AsIs extends StdSerializer<Json> {

        private AsIs() {
            super(Json.class);
        }

        @Override
        public void serialize(Json value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeRawValue(value.text());
        }
    }
}
