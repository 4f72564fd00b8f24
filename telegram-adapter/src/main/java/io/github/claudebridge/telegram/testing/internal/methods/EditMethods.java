package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Message;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.LintLog;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.text.TextField;
import io.github.claudebridge.telegram.testing.internal.text.TextPipeline;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.util.List;
import java.util.Optional;

/** Changing messages that the bot has sent. */
final class EditMethods {

    private static final List<String> TEXT_FIELDS =
            List.of("text", "entities", "rich_message", "link_preview_options", "reply_markup");
    private static final List<String> CAPTION_FIELDS = List.of("caption", "caption_entities", "reply_markup");
    private static final List<String> MARKUP_FIELDS = List.of("reply_markup");

    private final World world;
    private final Targets targets;
    private final Sender sender;
    private final LintLog lints;
    private final boolean rich;

    EditMethods(World world, Targets targets, Sender sender, LintLog lints, boolean rich) {
        this.world = world;
        this.targets = targets;
        this.sender = sender;
        this.lints = lints;
        this.rich = rich;
    }

    void register(MethodRegistry registry) {
        registry.add("editMessageText", this::editText)
                .add("editMessageCaption", this::editCaption)
                .add("editMessageReplyMarkup", this::editMarkup);
    }

    private JsonNode editText(Parameters call) {
        Chat chat = targets.chat(call);
        Message message = editable(call, chat);
        if (!message.json().has("text") && !message.json().has("rich_message")) {
            throw ApiError.badRequest("there is no text in the message to edit");
        }
        if (rich && call.has("rich_message")) {
            return replace("editMessageText", call, chat, message, RichMethods.content(call), TEXT_FIELDS);
        }
        ObjectNode content = MessageContent.text(
                TextPipeline.read(call, TextField.EDIT, line -> lints.add("editMessageText", chat.id(), line)));
        MessageContent.linkPreview(call).ifPresent(options -> content.set("link_preview_options", options));
        return replace("editMessageText", call, chat, message, content, TEXT_FIELDS);
    }

    private JsonNode editCaption(Parameters call) {
        Chat chat = targets.chat(call);
        Message message = editable(call, chat);
        if (message.json().has("text")) {
            throw ApiError.badRequest("there is no caption in the message to edit");
        }
        ObjectNode content = MessageContent.caption(
                TextPipeline.read(call, TextField.CAPTION, line -> lints.add("editMessageCaption", chat.id(), line)));
        return replace("editMessageCaption", call, chat, message, content, CAPTION_FIELDS);
    }

    private JsonNode editMarkup(Parameters call) {
        Chat chat = targets.chat(call);
        Message message = editable(call, chat);
        ObjectNode content = message.json().objectNode();
        return replace("editMessageReplyMarkup", call, chat, message, content, MARKUP_FIELDS);
    }

    private static Message editable(Parameters call, Chat chat) {
        long id = call.number("message_id", 0);
        if (id == 0) {
            throw ApiError.badRequest("message identifier is not specified");
        }
        Message message = chat.message(id).orElseThrow(() -> ApiError.badRequest("message to edit not found"));
        if (!message.byBot()) {
            throw ApiError.badRequest("message can't be edited");
        }
        return message;
    }

    /** Puts {@code content} and the call's keyboard in the place of {@code fields}. */
    private ObjectNode replace(
            String method, Parameters call, Chat chat, Message message, ObjectNode content, List<String> fields) {
        Optional<ObjectNode> keyboard = ReplyMarkup.inlineKeyboard(call, chat);
        ObjectNode edited = message.json().deepCopy();
        edited.remove(fields);
        edited.setAll(content);
        keyboard.ifPresent(rows -> edited.set("reply_markup", rows));
        sender.charge(method, chat);
        if (edited.equals(message.json())) {
            throw ApiError.badRequest(
                    "message is not modified: specified new message content and reply markup are exactly"
                            + " the same as a current content and reply markup of the message");
        }
        edited.put("edit_date", world.nowSeconds());
        chat.put(message.edited(edited));
        return edited;
    }
}
