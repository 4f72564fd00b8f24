package io.github.claudebridge.process.testing.internal.model;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small value that fits a JSON schema. */
final class SchemaSample {
    private SchemaSample() {}

    static @Nullable Object of(JsonObject schema) {
        if (!schema.list("enum").isEmpty()) {
            return schema.list("enum").get(0);
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        String type = schema.texts("type").stream().findFirst().orElse(schema.text("type", "string"));
        return switch (type) {
            case "object" -> object(schema);
            case "array" -> List.of();
            case "boolean" -> false;
            case "integer", "number" -> 0;
            default -> "Fake value";
        };
    }

    private static JsonObject object(JsonObject schema) {
        JsonObject properties = schema.object("properties");
        JsonObject value = JsonObject.of();
        Iterable<String> keys = schema.has("required") ? schema.texts("required") : properties.keys();
        keys.forEach(key -> value.with(key, of(properties.object(key))));
        return value;
    }
}
