package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.claudebridge.telegram.testing.BotCommand;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The bot's list of commands, one for each scope and language. Guarded by the world's lock. */
public final class CommandMethods {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,32}");
    private static final Set<String> SCOPES = Set.of(
            "default",
            "all_private_chats",
            "all_group_chats",
            "all_chat_administrators",
            "chat",
            "chat_administrators",
            "chat_member");
    private static final int MOST = 100;
    private static final int LONGEST_DESCRIPTION = 256;

    private final Map<Place, List<BotCommand>> lists = new HashMap<>();

    /** What the bot has set for a scope, such as {@code default}, and a language, which may be empty. */
    public List<BotCommand> commands(String scope, String language) {
        return lists.getOrDefault(new Place(scope, 0, 0, language), List.of());
    }

    void register(MethodRegistry registry) {
        registry.add("setMyCommands", this::set).add("getMyCommands", this::get).add("deleteMyCommands", this::delete);
    }

    private JsonNode set(Parameters call) {
        JsonNode array = call.json("commands", CommandMethods::unreadable).orElseThrow(CommandMethods::unreadable);
        if (!array.isArray()) {
            throw unreadable();
        }
        if (array.size() > MOST) {
            throw ApiError.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        List<BotCommand> commands = new ArrayList<>();
        array.forEach(node -> commands.add(read(node)));
        lists.put(place(call), List.copyOf(commands));
        return BooleanNode.TRUE;
    }

    private JsonNode get(Parameters call) {
        var array = Json.array();
        for (BotCommand command : lists.getOrDefault(place(call), List.of())) {
            array.addObject().put("command", command.name()).put("description", command.description());
        }
        return array;
    }

    private JsonNode delete(Parameters call) {
        lists.remove(place(call));
        return BooleanNode.TRUE;
    }

    private static BotCommand read(JsonNode node) {
        String given = node.path("command").asText();
        String name = given.startsWith("/") ? given.substring(1) : given;
        String description = node.path("description").asText().strip();
        if (!NAME.matcher(name).matches()) {
            throw ApiError.badRequest("BOT_COMMAND_INVALID");
        }
        if (description.isEmpty()) {
            throw ApiError.badRequest("command description must be non-empty");
        }
        if (description.codePointCount(0, description.length()) > LONGEST_DESCRIPTION) {
            throw ApiError.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        return new BotCommand(name, description);
    }

    private static Place place(Parameters call) {
        JsonNode scope = call.json("scope", () -> ApiError.badRequest("can't parse BotCommandScope"))
                .orElseGet(Json::object);
        String type = scope.path("type").asText("default");
        if (!SCOPES.contains(type)) {
            throw ApiError.badRequest("can't parse BotCommandScope: Unsupported type specified");
        }
        return new Place(
                type, scope.path("chat_id").asLong(), scope.path("user_id").asLong(), call.text("language_code"));
    }

    private static ApiError unreadable() {
        return ApiError.badRequest("can't parse commands JSON object");
    }

    private record Place(String scope, long chatId, long userId, String language) {}
}
