package io.github.claudebridge.telegram.testing.internal.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The parameters of one call. All values are strings, as on the real server: what came as a JSON number or object is kept as its
 * JSON text. Immutable.
 */
public final class Parameters {

    private final Map<String, String> values;
    private final Map<String, Upload> uploads;

    public Parameters(Map<String, String> values, Map<String, Upload> uploads) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.uploads = Map.copyOf(uploads);
    }

    public Map<String, String> values() {
        return values;
    }

    public Map<String, Upload> uploads() {
        return uploads;
    }

    /** The file part of this name. */
    public Optional<Upload> upload(String name) {
        return Optional.ofNullable(uploads.get(name));
    }

    /** The value as it came; empty text when it did not come. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether the parameter came with a value. */
    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** The value as a whole number, or {@code fallback} when it is absent or not one. */
    public long number(String name, long fallback) {
        try {
            return Long.parseLong(text(name).strip());
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    /** The value as a whole number within the given range. */
    public long number(String name, long fallback, long least, long most) {
        return Math.max(least, Math.min(most, number(name, fallback)));
    }

    /** Whether the value is one of the server's words for true. */
    public boolean flag(String name) {
        String value = text(name);
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes") || value.equals("1");
    }

    /** The value as JSON; nothing when it is absent. Throws {@code refusal} when it is not JSON. */
    public Optional<JsonNode> json(String name, Supplier<ApiError> refusal) {
        if (!has(name)) {
            return Optional.empty();
        }
        return Optional.of(Json.parse(text(name)).orElseThrow(refusal));
    }
}
