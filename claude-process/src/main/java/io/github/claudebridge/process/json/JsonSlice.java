package io.github.claudebridge.process.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value where it stands in an array of bytes. It has been checked, but plain texts in it become strings only when they are asked for. Only
 * a view: it is of use as long as those bytes do not change, and as thread-safe as they are. The strings and {@link Json} values that it
 * hands out are copies and do not keep the bytes.
 */
public final class JsonSlice {

    /** What there is at a key that is not there. */
    private static final JsonSlice MISSING = new JsonSlice(Kind.MISSING, new byte[0], 0, 0, null, List.of(), List.of());

    private final Kind kind;
    private final byte[] bytes;
    private final int start;
    private final int end;
    /** A text that is not just the bytes between its quotes. */
    private final @Nullable String coded;

    private final List<JsonSlice> names;
    private final List<JsonSlice> values;
    /** Made once, however often it is asked for: several events of a line share it. */
    private @Nullable Json copy;

    enum Kind {
        OBJECT,
        ARRAY,
        TEXT,
        NUMBER,
        TRUE,
        FALSE,
        NULL,
        MISSING
    }

    JsonSlice(
            Kind kind,
            byte[] bytes,
            int start,
            int end,
            @Nullable String coded,
            List<JsonSlice> names,
            List<JsonSlice> values) {
        this.kind = kind;
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.coded = coded;
        this.names = names;
        this.values = values;
    }

    /**
     * Looks at JSON in UTF-8.
     *
     * @param bytes hold the text
     * @param offset where it begins
     * @param length its length in bytes
     * @throws IllegalArgumentException when it is not one JSON value, or one that is nested more than a thousand times
     * @throws IndexOutOfBoundsException when the array has no such part
     */
    public static JsonSlice of(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        return JsonScanner.scan(bytes, offset, length);
    }

    /** Whether this is an object. */
    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    /** Whether this is an array. */
    public boolean isArray() {
        return kind == Kind.ARRAY;
    }

    /** The value at a key of this object, the last one where there are several; otherwise a value that is missing, of no kind. */
    public JsonSlice at(String key) {
        for (int i = names.size() - 1; i >= 0; i--) {
            if (names.get(i).isText(key)) {
                return values.get(i);
            }
        }
        return MISSING;
    }

    /** The elements of this array; empty where this is none. */
    public List<JsonSlice> elements() {
        return isArray() ? Collections.unmodifiableList(values) : List.of();
    }

    /** The values of this object, one for each key; empty where this is none. */
    public Collection<JsonSlice> members() {
        Map<String, JsonSlice> members = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            members.put(names.get(i).decoded(), values.get(i));
        }
        return members.values();
    }

    /** This text; null where this is none. */
    public @Nullable String text() {
        return kind == Kind.TEXT ? decoded() : null;
    }

    /** The text at a key of this object; empty where there is none. */
    public String text(String key) {
        String text = at(key).text();
        return text == null ? "" : text;
    }

    /** The texts among the elements of this array; empty where there are none. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (JsonSlice element : elements()) {
            String text = element.text();
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Whether the value at a key of this object is {@code true}. */
    public boolean isTrue(String key) {
        return at(key).kind == Kind.TRUE;
    }

    /** The number at a key of this object; empty where there is none, or none that a double can hold. */
    public OptionalDouble number(String key) {
        JsonSlice value = at(key);
        if (value.kind != Kind.NUMBER) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(value.raw());
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** The whole number at a key of this object; empty where there is none, or none that an int can hold. */
    public OptionalInt integer(String key) {
        OptionalDouble number = number(key);
        return number.isPresent() && number.getAsDouble() == (int) number.getAsDouble()
                ? OptionalInt.of((int) number.getAsDouble())
                : OptionalInt.empty();
    }

    /** The number at a key of this object without its fraction, exact up to 2<sup>53</sup>; 0 where there is none. */
    public long count(String key) {
        return (long) number(key).orElse(0);
    }

    /** A copy of this value, its text as it stands here; null where this is missing or a JSON null. */
    public @Nullable Json jsonOrNull() {
        return kind == Kind.MISSING || kind == Kind.NULL ? null : json();
    }

    /** A copy of this value, its text as it stands here; a JSON null where this is missing. */
    public Json json() {
        Json made = copy;
        if (made == null) {
            made = kind == Kind.MISSING ? Json.of(null) : Json.checked(raw());
            copy = made;
        }
        return made;
    }

    /** Whether this text has no half of a surrogate pair in it. */
    boolean isWellFormed() {
        return coded == null || coded.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private boolean isText(String text) {
        return coded == null ? isPlain(text) : coded.equals(text);
    }

    private boolean isPlain(String text) {
        boolean same = text.length() == end - start - 2;
        for (int i = 0; same && i < text.length(); i++) {
            same = bytes[start + 1 + i] == text.charAt(i);
        }
        return same;
    }

    private String decoded() {
        return coded == null ? new String(bytes, start + 1, end - start - 2, StandardCharsets.ISO_8859_1) : coded;
    }

    private String raw() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
