package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the {@code reply_markup} of a call. */
final class ReplyMarkup {

    private static final Set<String> STYLES = Set.of("danger", "success", "primary");
    private static final Set<String> ACTIONS = Set.of(
            "callback_data",
            "url",
            "copy_text",
            "web_app",
            "login_url",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "switch_inline_query_chosen_chat",
            "callback_game",
            "pay");
    private static final int LONGEST_DATA = 64;
    private static final int LONGEST_COPY = 256;
    private static final int MOST_BUTTONS = 100;

    private ReplyMarkup() {}

    /** The inline keyboard of the call, if it has one; other keyboards are only checked. */
    static Optional<ObjectNode> inlineKeyboard(Parameters call, Chat chat) {
        @Nullable JsonNode markup = call.json("reply_markup", ReplyMarkup::unreadable).orElse(null);
        if (markup == null) {
            return Optional.empty();
        }
        if (!markup.isObject()) {
            throw unreadable();
        }
        JsonNode rows = markup.path("inline_keyboard");
        if (rows.isMissingNode()) {
            return Optional.empty();
        }
        return checkRows(rows, chat) == 0
                ? Optional.empty()
                : Optional.of(Json.object().<ObjectNode>set("inline_keyboard", rows));
    }

    private static int checkRows(JsonNode rows, Chat chat) {
        int count = 0;
        if (!rows.isArray()) {
            throw ApiError.badRequest("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array");
        }
        for (JsonNode row : rows) {
            if (!row.isArray()) {
                throw ApiError.badRequest("InlineKeyboardButton row must be an Array");
            }
            for (JsonNode button : row) {
                check(button, chat);
                count++;
            }
        }
        if (count > MOST_BUTTONS) {
            throw ApiError.badRequest("reply markup is too long");
        }
        return count;
    }

    private static void check(JsonNode button, Chat chat) {
        if (button.path("text").asText().isBlank()) {
            throw ApiError.badRequest("can't parse inline keyboard button: Field \"text\" must be non-empty");
        }
        long actions = ACTIONS.stream().filter(button::hasNonNull).count();
        if (actions == 0) {
            throw ApiError.badRequest("Text buttons are unallowed in the inline keyboard");
        }
        JsonNode data = button.path("callback_data");
        if (!data.isMissingNode() && !data.isNull()) {
            if (!data.isTextual()) {
                throw ApiError.badRequest(
                        "can't parse inline keyboard button: Field \"callback_data\" must be of type String");
            }
            int bytes = data.textValue().getBytes(StandardCharsets.UTF_8).length;
            if (bytes == 0 || bytes > LONGEST_DATA) {
                throw ApiError.badRequest("BUTTON_DATA_INVALID");
            }
        }
        if (button.hasNonNull("style") && !STYLES.contains(button.path("style").asText())) {
            throw ApiError.badRequest("invalid button style specified");
        }
        checkCopyText(button.path("copy_text"));
        checkWebApp(button.path("web_app"), chat);
    }

    private static void checkCopyText(JsonNode copy) {
        int length = copy.path("text").asText().length();
        if (!copy.isMissingNode() && (length == 0 || length > LONGEST_COPY)) {
            throw ApiError.badRequest("BUTTON_COPY_TEXT_INVALID");
        }
    }

    private static void checkWebApp(JsonNode app, Chat chat) {
        if (app.isMissingNode()) {
            return;
        }
        if (!chat.isPrivate()) {
            throw ApiError.badRequest("BUTTON_TYPE_INVALID");
        }
        if (!app.path("url").asText().startsWith("https://")) {
            throw ApiError.badRequest("inline keyboard button Web App URL '"
                    + app.path("url").asText() + "' is invalid: Only HTTPS links are allowed");
        }
    }

    private static ApiError unreadable() {
        return ApiError.badRequest("can't parse reply keyboard markup JSON object");
    }
}
