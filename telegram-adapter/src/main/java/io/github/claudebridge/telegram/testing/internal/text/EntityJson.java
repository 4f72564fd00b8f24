package io.github.claudebridge.telegram.testing.internal.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.TextEntity;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Entities to and from the Bot API's JSON. */
public final class EntityJson {

    private static final int LARGEST = 1_000_000;
    private static final Map<String, String> ARGUMENT_FIELDS = Map.of(
            "text_link", "url",
            "pre", "language",
            "custom_emoji", "custom_emoji_id",
            "text_mention", "user",
            "date_time", "unix_time");

    private EntityJson() {}

    /** Reads the entities of a call; zero-length ones are left out. */
    public static List<TextEntity> read(JsonNode array) {
        if (!array.isArray()) {
            throw refusal("expected an Array");
        }
        List<TextEntity> entities = new ArrayList<>();
        for (JsonNode node : array) {
            TextEntity entity = readOne(node);
            if (entity.length() > 0) {
                entities.add(entity);
            }
        }
        return entities;
    }

    static ApiError refusal(String detail) {
        return ApiError.badRequest("can't parse MessageEntity: " + detail);
    }

    private static TextEntity readOne(JsonNode node) {
        if (!node.isObject()) {
            throw refusal("expected an Object");
        }
        int offset = number(node, "offset");
        int length = number(node, "length");
        if (!node.path("type").isTextual()) {
            throw refusal("field \"type\" must be of type String");
        }
        if (offset < 0 || offset > LARGEST) {
            throw ApiError.badRequest("receive an entity with incorrect offset " + offset);
        }
        if (length < 0 || length > LARGEST) {
            throw ApiError.badRequest("receive an entity with incorrect length " + length);
        }
        String type = node.path("type").textValue();
        JsonNode argument = node.path(ARGUMENT_FIELDS.getOrDefault(type, ""));
        return new TextEntity(
                type, offset, length, argument.isObject() ? argument.path("id").asText() : argument.asText());
    }

    private static int number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw refusal("field \"" + field + "\" must be of type Number");
        }
        return value.intValue();
    }

    /** Writes entities as a message shows them. */
    public static ArrayNode write(List<TextEntity> entities) {
        ArrayNode array = Json.array();
        entities.forEach(entity -> array.add(writeOne(entity)));
        return array;
    }

    /** Reads the entities of a message that this server made itself. */
    public static List<TextEntity> ofMessage(JsonNode array) {
        return array.isArray() ? read(array) : List.of();
    }

    private static ObjectNode writeOne(TextEntity entity) {
        ObjectNode json = Json.object()
                .put("type", entity.type())
                .put("offset", entity.offset())
                .put("length", entity.length());
        String field = ARGUMENT_FIELDS.get(entity.type());
        if (field == null || entity.argument().isEmpty()) {
            return json;
        }
        switch (field) {
            case "user" -> json.putObject("user").put("id", Long.parseLong(entity.argument()));
            case "unix_time" -> json.put(field, Long.parseLong(entity.argument()));
            default -> json.put(field, entity.argument());
        }
        return json;
    }
}
