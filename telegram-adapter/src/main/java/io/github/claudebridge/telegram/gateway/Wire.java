package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.render.RenderedMessage;
import io.github.claudebridge.telegram.render.TextEntity;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/** Our values as calls of the Bot API. */
final class Wire {

    private Wire() {}

    static SendMessage sendMessage(ChatId chat, RenderedMessage message, boolean silent) {
        return SendMessage.builder()
                .chatId(chat.value())
                .text(message.text())
                .entities(message.entities().stream().map(Wire::entity).toList())
                .disableNotification(silent)
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(true).build())
                .build();
    }

    static SendChatAction typing(ChatId chat) {
        return SendChatAction.builder()
                .chatId(chat.value())
                .action(ActionType.TYPING.toString())
                .build();
    }

    private static MessageEntity entity(TextEntity entity) {
        return MessageEntity.builder()
                .type(entity.type().apiName())
                .offset(entity.offset())
                .length(entity.length())
                .url(entity.url())
                .language(entity.language())
                .build();
    }
}
