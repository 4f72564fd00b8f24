package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Message;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.LintLog;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.text.FormattedText;
import io.github.claudebridge.telegram.testing.internal.text.TextField;
import io.github.claudebridge.telegram.testing.internal.text.TextPipeline;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.time.Duration;

/** Sending and deleting plain messages. */
final class MessageMethods {

    private static final Duration DELETABLE = Duration.ofDays(2);
    private static final int MOST_AT_ONCE = 100;

    private final World world;
    private final Targets targets;
    private final Sender sender;
    private final LintLog lints;

    MessageMethods(World world, Targets targets, Sender sender, LintLog lints) {
        this.world = world;
        this.targets = targets;
        this.sender = sender;
        this.lints = lints;
    }

    void register(MethodRegistry registry) {
        registry.add("sendMessage", this::send)
                .add("deleteMessage", this::delete)
                .add("deleteMessages", this::deleteSeveral);
    }

    private JsonNode send(Parameters call) {
        Target target = targets.read(call);
        long chatId = target.chat().id();
        FormattedText text = TextPipeline.read(call, TextField.TEXT, line -> lints.add("sendMessage", chatId, line));
        sender.charge("sendMessage", target.chat());
        ObjectNode content = MessageContent.text(text);
        MessageContent.linkPreview(call).ifPresent(options -> content.set("link_preview_options", options));
        return sender.post(target, content);
    }

    private JsonNode delete(Parameters call) {
        Chat chat = targets.chat(call);
        deleteOne(chat, call.number("message_id", 0));
        return BooleanNode.TRUE;
    }

    private JsonNode deleteSeveral(Parameters call) {
        Chat chat = targets.chat(call);
        JsonNode ids =
                call.json("message_ids", MessageMethods::noIdentifiers).orElseThrow(MessageMethods::noIdentifiers);
        if (!ids.isArray() || ids.isEmpty()) {
            throw noIdentifiers();
        }
        if (ids.size() > MOST_AT_ONCE) {
            throw ApiError.badRequest("too many message identifiers specified");
        }
        ids.forEach(id -> chat.remove(id.asLong()));
        return BooleanNode.TRUE;
    }

    private void deleteOne(Chat chat, long id) {
        Message message = chat.message(id).orElseThrow(() -> ApiError.badRequest("message to delete not found"));
        long age = world.nowSeconds() - message.json().path("date").asLong();
        boolean foreignInGroup = !message.byBot() && !chat.isPrivate();
        if (age > DELETABLE.toSeconds() || foreignInGroup) {
            throw ApiError.badRequest("message can't be deleted");
        }
        chat.remove(id);
    }

    private static ApiError noIdentifiers() {
        return ApiError.badRequest("message identifiers are not specified");
    }
}
