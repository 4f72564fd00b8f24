package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.claudebridge.telegram.testing.ChatAction;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.ChatActions;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.util.Set;

/** "Is typing" and the like. */
final class ChatActionMethods {

    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note",
            "cancel");

    private final World world;
    private final Targets targets;
    private final ChatActions actions;

    ChatActionMethods(World world, Targets targets, ChatActions actions) {
        this.world = world;
        this.targets = targets;
        this.actions = actions;
    }

    void register(MethodRegistry registry) {
        registry.add("sendChatAction", this::send);
    }

    private JsonNode send(Parameters call) {
        if (!ACTIONS.contains(call.text("action"))) {
            throw ApiError.badRequest("wrong parameter action in request");
        }
        Chat chat = targets.chat(call);
        actions.add(new ChatAction(
                world.now(), chat.id(), Targets.topic(call, chat).map(topic -> topic.id()), call.text("action")));
        return BooleanNode.TRUE;
    }
}
