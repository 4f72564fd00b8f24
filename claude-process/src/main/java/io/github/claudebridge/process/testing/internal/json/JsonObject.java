package io.github.claudebridge.process.testing.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose values are {@code JsonObject}, {@code List}, {@code String}, {@code Number}, {@code Boolean} or
 * null. Reading a key of another type gives the same as reading an absent key. Not thread-safe while it is written to.
 */
public final class JsonObject {
    private final Map<String, Object> values;

    JsonObject(Map<String, Object> values) {
        this.values = values;
    }

    /** A new object from alternating keys and values; a value may be null. */
    public static JsonObject of(@Nullable Object... keysAndValues) {
        JsonObject object = new JsonObject(new LinkedHashMap<>());
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.with(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }

    /** Parses a text that must hold exactly one JSON object. */
    public static JsonObject parse(String json) throws JsonSyntaxException {
        if (JsonReader.read(json) instanceof JsonObject object) {
            return object;
        }
        throw new JsonSyntaxException("not a JSON object");
    }

    /** Sets a value, in place, and returns this object. */
    @SuppressWarnings("NullAway") // JSON has null values
    public JsonObject with(String key, @Nullable Object value) {
        values.put(key, value);
        return this;
    }

    /** Sets all values of the other object, in place, and returns this object. */
    public JsonObject withAll(JsonObject other) {
        values.putAll(other.values);
        return this;
    }

    /** Takes a key away, in place, and returns this object. */
    public JsonObject without(String key) {
        values.remove(key);
        return this;
    }

    /** A copy that can be changed without changing this object; nested values are shared. */
    public JsonObject copy() {
        return new JsonObject(new LinkedHashMap<>(values));
    }

    /** A copy with its keys in alphabetical order, at every depth of objects. */
    public JsonObject sorted() {
        JsonObject sorted = of();
        for (String key : new TreeSet<>(values.keySet())) {
            Object value = values.get(key);
            sorted.with(key, value instanceof JsonObject object ? object.sorted() : value);
        }
        return sorted;
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public @Nullable Object get(String key) {
        return values.get(key);
    }

    public @Nullable String text(String key) {
        return values.get(key) instanceof String text ? text : null;
    }

    public String text(String key, String otherwise) {
        return values.get(key) instanceof String text ? text : otherwise;
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    public long number(String key, long otherwise) {
        return values.get(key) instanceof Number number ? number.longValue() : otherwise;
    }

    public double decimal(String key) {
        return values.get(key) instanceof Number number ? number.doubleValue() : 0;
    }

    /** The object under this key, or an empty one. */
    public JsonObject object(String key) {
        return values.get(key) instanceof JsonObject object ? object : of();
    }

    /** The array under this key, or an empty list. */
    public List<?> list(String key) {
        return values.get(key) instanceof List<?> list ? list : List.of();
    }

    /** The objects in the array under this key; other elements are left out. */
    public List<JsonObject> objects(String key) {
        return elements(key, JsonObject.class);
    }

    /** The strings in the array under this key; other elements are left out. */
    public List<String> texts(String key) {
        return elements(key, String.class);
    }

    private <T> List<T> elements(String key, Class<T> type) {
        List<T> elements = new ArrayList<>();
        Stream<?> all = list(key).stream();
        all.filter(type::isInstance).map(type::cast).forEach(elements::add);
        return elements;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject object && values.equals(object.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The object as one line of JSON. */
    @Override
    public String toString() {
        return JsonWriter.write(this);
    }
}
