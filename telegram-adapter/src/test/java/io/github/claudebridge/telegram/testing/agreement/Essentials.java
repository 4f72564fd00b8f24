package io.github.claudebridge.telegram.testing.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a server's answers can be compared: the fields that every Bot API server must send, with numbers that each server chooses itself replaced by what they mean. One
 * instance for each server. Not thread-safe.
 */
final class Essentials {

    private static final Set<String> COMPARED = Set.of(
            "ok",
            "result",
            "error_code",
            "update_id",
            "message",
            "callback_query",
            "message_id",
            "from",
            "chat",
            "id",
            "is_bot",
            "type",
            "date",
            "text",
            "data",
            "entities",
            "offset",
            "length",
            "url",
            "reply_markup",
            "inline_keyboard",
            "callback_data",
            "username");

    private static final long FIRST_PLAUSIBLE_SECOND = 1_600_000_000;
    private static final long LAST_PLAUSIBLE_SECOND = 5_000_000_000L;

    private final Map<Long, String> messages = new HashMap<>();
    private long lastUpdate;

    /** An answer as text: its fields in the order of the alphabet. */
    String of(JsonNode json) {
        return of("", json);
    }

    private String of(String field, JsonNode json) {
        if (json.isObject()) {
            return object(field, json);
        }
        if (json.isArray()) {
            List<String> items = new ArrayList<>();
            json.forEach(item -> items.add(of(field, item)));
            return items.toString();
        }
        return switch (field) {
            case "message_id" -> messages.computeIfAbsent(json.asLong(), id -> "message " + (messages.size() + 1));
            case "update_id" -> next(json.asLong());
            case "date" -> isSecond(json) ? "seconds" : json.toString();
            case "username" -> json.isTextual() ? "a name" : json.toString();
            default -> json.toString();
        };
    }

    private String object(String field, JsonNode json) {
        boolean ofServersChoice =
                field.equals("callback_query") || json.path("is_bot").asBoolean();
        Map<String, String> fields = new TreeMap<>();
        json.properties().forEach(entry -> {
            String name = entry.getKey();
            if (COMPARED.contains(name)) {
                boolean ownIdentifier = ofServersChoice && name.equals("id");
                fields.put(name, ownIdentifier ? "its own" : of(name, entry.getValue()));
            }
        });
        return fields.toString();
    }

    private String next(long update) {
        String order = update > lastUpdate ? "a later one" : "not later than " + lastUpdate;
        lastUpdate = update;
        return order;
    }

    private static boolean isSecond(JsonNode date) {
        return date.isIntegralNumber()
                && date.asLong() > FIRST_PLAUSIBLE_SECOND
                && date.asLong() < LAST_PLAUSIBLE_SECOND;
    }
}
