package io.github.claudebridge.session.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Typed reading of the fields of one JSON object; a wrong field is named. An absent field and {@code null} are the
 * same. Not thread-safe.
 */
public final class JsonFields {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
    private static final int LONGEST_FRACTION = 30;

    private final ObjectNode node;
    private final String prefix;

    /** Reads the fields of this object. */
    public JsonFields(ObjectNode node) {
        this(node, "");
    }

    private JsonFields(ObjectNode node, String prefix) {
        this.node = node;
        this.prefix = prefix;
    }

    /** A text, or null when absent. */
    public @Nullable String text(String field) throws BadJsonException {
        JsonNode value = present(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(field, "must be a text");
        }
        return value.textValue();
    }

    /** A text that must be there. */
    public String requiredText(String field) throws BadJsonException {
        return required(field, text(field));
    }

    /** A truth value. */
    public boolean flag(String field, boolean absent) throws BadJsonException {
        JsonNode value = present(field);
        if (value == null) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw wrong(field, "must be true or false");
        }
        return value.booleanValue();
    }

    /** A whole number within bounds, or null when absent. */
    public @Nullable Long number(String field, long least, long most) throws BadJsonException {
        JsonNode value = present(field);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw wrong(field, "must be a whole number from " + least + " to " + most);
        }
        return value.longValue();
    }

    /** An amount of money or the like, not negative, or null when absent. */
    public @Nullable BigDecimal amount(String field) throws BadJsonException {
        JsonNode value = present(field);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() || !isAmount(value.decimalValue())) {
            throw wrong(field, "must be a number from 0 to " + MOST.toPlainString());
        }
        return value.decimalValue();
    }

    /** Numbers with huge exponents are short to write and endless to calculate with. */
    private static boolean isAmount(BigDecimal number) {
        return number.signum() >= 0
                && Math.abs((long) number.scale()) <= LONGEST_FRACTION
                && number.precision() <= 2 * LONGEST_FRACTION
                && number.compareTo(MOST) <= 0;
    }

    /** A point in time in ISO-8601, or null when absent. */
    public @Nullable Instant instant(String field) throws BadJsonException {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return Timestamps.parse(text);
        } catch (DateTimeException e) {
            throw new BadJsonException(prefix + field, "must be a time like 2026-01-31T12:00:00Z", e);
        }
    }

    /** A point in time that must be there. */
    public Instant requiredInstant(String field) throws BadJsonException {
        return required(field, instant(field));
    }

    /** A UUID, or null when absent. */
    public @Nullable UUID uuid(String field) throws BadJsonException {
        String text = text(field);
        return text == null ? null : asUuid(field, text);
    }

    /** A list of UUIDs; empty when absent. */
    public List<UUID> uuids(String field) throws BadJsonException {
        List<UUID> uuids = new ArrayList<>();
        for (JsonNode element : elements(field)) {
            if (!element.isTextual()) {
                throw wrong(field, "must be a list of UUIDs");
            }
            uuids.add(asUuid(field, element.textValue()));
        }
        return uuids;
    }

    /** A list of texts; empty when absent. */
    public List<String> texts(String field) throws BadJsonException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(field)) {
            if (!element.isTextual()) {
                throw wrong(field, "must be a list of texts");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    /** A list of whole numbers; empty when absent. */
    public List<Long> numbers(String field) throws BadJsonException {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode element : elements(field)) {
            if (!element.isIntegralNumber() || !element.canConvertToLong()) {
                throw wrong(field, "must be a list of whole numbers");
            }
            numbers.add(element.longValue());
        }
        return numbers;
    }

    /** A list of objects; empty when absent. */
    public List<JsonFields> objects(String field) throws BadJsonException {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode element : elements(field)) {
            if (!(element instanceof ObjectNode object)) {
                throw wrong(field, "must be a list of objects");
            }
            objects.add(new JsonFields(object, prefix + field + "."));
        }
        return objects;
    }

    /** One of the constants of an enum, written in lower case, or null when absent. */
    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) throws BadJsonException {
        String text = text(field);
        if (text == null) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT);
            if (word.equals(text)) {
                return constant;
            }
            words.add(word);
        }
        throw wrong(field, "must be one of " + String.join(", ", words));
    }

    /** The fields of a nested object; without any when absent. */
    public JsonFields object(String field) throws BadJsonException {
        JsonNode value = present(field);
        if (value == null) {
            return new JsonFields(Json.object(), prefix + field + ".");
        }
        if (!(value instanceof ObjectNode object)) {
            throw wrong(field, "must be an object");
        }
        return new JsonFields(object, prefix + field + ".");
    }

    /** The complaint about a field of this object. */
    public BadJsonException wrong(String field, String fault) {
        return new BadJsonException(prefix + field, fault, null);
    }

    private Iterable<JsonNode> elements(String field) throws BadJsonException {
        JsonNode value = present(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(field, "must be a list");
        }
        return value;
    }

    private UUID asUuid(String field, String text) throws BadJsonException {
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            throw new BadJsonException(prefix + field, "must be a UUID", e);
        }
        throw wrong(field, "must be a UUID");
    }

    private <T> T required(String field, @Nullable T value) throws BadJsonException {
        if (value == null) {
            throw wrong(field, "is missing");
        }
        return value;
    }

    private @Nullable JsonNode present(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
