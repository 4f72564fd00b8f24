package io.github.claudebridge.process.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value, kept as its text. It is parsed only when a question about it is asked. Immutable and thread-safe; two values are
 * equal when their texts are.
 *
 * @param text the JSON text, valid when it came from the CLI or from one of the factories
 */
public record Json(String text) {

    /** The empty object. */
    public static final Json EMPTY_OBJECT = new Json("{}");

    /**
     * Checks a text.
     *
     * @throws IllegalArgumentException when it is not one JSON value
     */
    public static Json parse(String text) {
        return new Json(Mapper.read(text).toString());
    }

    /**
     * Writes a Java value as JSON.
     *
     * @param value made of maps with string keys, lists, strings, numbers, booleans, null and other {@code Json} values
     * @throws IllegalArgumentException when it holds anything else
     */
    public static Json of(@Nullable Object value) {
        return new Json(Mapper.write(value));
    }

    /** The string at a key of this object; empty where there is no such key, no string, or no object. */
    public Optional<String> string(String key) {
        JsonNode value = Mapper.read(text).path(key);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** This string itself, without quotes; empty where this is no string. */
    public Optional<String> string() {
        JsonNode value = Mapper.read(text);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** The value at a key of this object; empty where there is no such key or this is no object. */
    public Optional<Json> get(String key) {
        JsonNode value = Mapper.read(text).path(key);
        return value.isMissingNode() ? Optional.empty() : Optional.of(new Json(value.toString()));
    }

    /** The elements of this array; empty where this is no array. */
    public List<Json> elements() {
        JsonNode node = Mapper.read(text);
        List<Json> elements = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> elements.add(new Json(element.toString())));
        }
        return List.copyOf(elements);
    }

    /** The number at a key of this object; empty where there is none. */
    public OptionalDouble number(String key) {
        JsonNode value = Mapper.read(text).path(key);
        return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }

    /** Whether the value at a key of this object is {@code true}. */
    public boolean isTrue(String key) {
        return Mapper.read(text).path(key).asBoolean(false);
    }

    /**
     * This object as a Java map of maps, lists, strings, numbers, booleans and nulls; keys keep their order.
     *
     * @throws IllegalArgumentException when this is no object
     */
    public Map<String, @Nullable Object> toMap() {
        return Mapper.toMap(text);
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
