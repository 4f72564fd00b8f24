package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.render.TextEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionType;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Our values as calls of the Bot API. */
final class Wire {

    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private Wire() {}

    static SendMessage sendMessage(ChatId chat, MessageBody body, boolean silent) {
        return SendMessage.builder()
                .chatId(chat.value())
                .messageThreadId(topic(chat))
                .text(body.message().text())
                .entities(entities(body))
                .disableNotification(silent)
                .linkPreviewOptions(NO_PREVIEW)
                .replyParameters(body.replyTo() == 0 ? null : reply(body.replyTo()))
                .replyMarkup(body.buttons().isEmpty() ? null : keyboard(body))
                .build();
    }

    private static ReplyParameters reply(long messageId) {
        return ReplyParameters.builder()
                .messageId(Math.toIntExact(messageId))
                .allowSendingWithoutReply(true)
                .build();
    }

    /** Buttons that the new form does not have vanish. */
    static EditMessageText editMessage(ChatId chat, long messageId, MessageBody body) {
        return EditMessageText.builder()
                .chatId(chat.value())
                .messageId(Math.toIntExact(messageId))
                .text(body.message().text())
                .entities(entities(body))
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(body.buttons().isEmpty() ? null : keyboard(body))
                .build();
    }

    static SendMessageDraft draft(ChatId chat, int draftId, MessageBody body) {
        SendMessageDraft draft = new StoppableDraft(chat.value(), draftId);
        draft.setMessageThreadId(topic(chat));
        draft.setText(body.message().text());
        draft.setEntities(entities(body));
        return draft;
    }

    static DeleteMessage delete(ChatId chat, long messageId) {
        return DeleteMessage.builder()
                .chatId(chat.value())
                .messageId(Math.toIntExact(messageId))
                .build();
    }

    static SetMessageReaction react(ChatId chat, long messageId, String emoji) {
        List<ReactionType> reactions = emoji.isEmpty()
                ? List.of()
                : List.of(ReactionTypeEmoji.builder().emoji(emoji).build());
        return SetMessageReaction.builder()
                .chatId(chat.value())
                .messageId(Math.toIntExact(messageId))
                .reactionTypes(reactions)
                .build();
    }

    /** Tells the client of whoever pressed a button that it was heard. */
    static AnswerCallbackQuery answerPress(String queryId, String text) {
        return AnswerCallbackQuery.builder().callbackQueryId(queryId).text(text).build();
    }

    private static @Nullable Integer topic(ChatId chat) {
        return chat.topic() == 0 ? null : Math.toIntExact(chat.topic());
    }

    private static InlineKeyboardMarkup keyboard(MessageBody body) {
        return InlineKeyboardMarkup.builder()
                .keyboard(body.buttons().stream()
                        .map(button -> new InlineKeyboardRow(InlineKeyboardButton.builder()
                                .text(button.label())
                                .callbackData(button.data())
                                .style(button.style())
                                .build()))
                        .toList())
                .build();
    }

    private static List<MessageEntity> entities(MessageBody body) {
        return body.message().entities().stream().map(Wire::entity).toList();
    }

    static SendChatAction typing(ChatId chat) {
        return SendChatAction.builder()
                .chatId(chat.value())
                .messageThreadId(topic(chat))
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
