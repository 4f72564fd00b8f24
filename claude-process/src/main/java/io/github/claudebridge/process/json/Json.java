package io.github.claudebridge.process.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value, kept as its text, which is always valid. It is parsed when the first question about it is asked, and then keeps the parsed
 * form too. Immutable and thread-safe.
 *
 * <p>Two values are equal when their texts are. What comes from the CLI has the text that the CLI wrote; {@link #parse} and {@link #of}
 * write values anew, without spaces. To compare what two values mean, compare their {@link #toMap maps}.
 */
public final class Json {

    /** The empty object. */
    public static final Json EMPTY_OBJECT = new Json("{}");

    private final String text;
    private volatile @Nullable JsonNode tree;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Checks a text.
     *
     * @throws IllegalArgumentException when it is not one JSON value
     */
    public static Json parse(String text) {
        return new Json(Mapper.read(text).toString());
    }

    /** Takes a text that has been checked. */
    static Json checked(String text) {
        return new Json(text);
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

    /** The JSON text. */
    public String text() {
        return text;
    }

    private JsonNode tree() {
        JsonNode known = tree;
        if (known == null) {
            known = Mapper.read(text);
            tree = known;
        }
        return known;
    }

    /** The string at a key of this object; empty where there is no such key, no string, or no object. */
    public Optional<String> string(String key) {
        JsonNode value = tree().path(key);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** This string itself, without quotes; empty where this is no string. */
    public Optional<String> string() {
        JsonNode value = tree();
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** The value at a key of this object; empty where there is no such key or this is no object. */
    public Optional<Json> get(String key) {
        JsonNode value = tree().path(key);
        return value.isMissingNode() ? Optional.empty() : Optional.of(new Json(value.toString()));
    }

    /** The elements of this array; empty where this is no array. */
    public List<Json> elements() {
        JsonNode node = tree();
        List<Json> elements = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> elements.add(new Json(element.toString())));
        }
        return List.copyOf(elements);
    }

    /** The number at a key of this object; empty where there is none, or none that a double can hold. */
    public OptionalDouble number(String key) {
        JsonNode value = tree().path(key);
        return value.isNumber() && Double.isFinite(value.doubleValue())
                ? OptionalDouble.of(value.doubleValue())
                : OptionalDouble.empty();
    }

    /** Whether the value at a key of this object is {@code true}. */
    public boolean isTrue(String key) {
        return tree().path(key).equals(BooleanNode.TRUE);
    }

    /**
     * This object as a Java map of maps, lists, strings, numbers, booleans and nulls; keys keep their order.
     *
     * @throws IllegalArgumentException when this is no object
     */
    public Map<String, @Nullable Object> toMap() {
        return Mapper.toMap(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json json && json.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
