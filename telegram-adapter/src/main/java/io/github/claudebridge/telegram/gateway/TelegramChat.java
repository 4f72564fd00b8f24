package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.render.MarkdownRenderer;
import io.github.claudebridge.telegram.render.RenderedMessage;
import java.util.concurrent.CompletableFuture;

/** The chats of one Telegram bot. */
final class TelegramChat implements Chat {

    private final Sender sender;
    private final Typing typing;
    private final MarkdownRenderer renderer = new MarkdownRenderer();

    TelegramChat(Sender sender, Typing typing) {
        this.sender = sender;
        this.typing = typing;
    }

    @Override
    public CompletableFuture<Void> answer(ChatId chat, String markdown) {
        return sender.send(chat, renderer.render(markdown), false);
    }

    @Override
    public CompletableFuture<Void> notice(ChatId chat, String text) {
        return sender.send(chat, RenderedMessage.plain(text), true);
    }

    @Override
    public CompletableFuture<Void> failure(ChatId chat, String text) {
        return sender.send(chat, RenderedMessage.plain(text), false);
    }

    @Override
    public Activity working(ChatId chat) {
        return typing.in(chat);
    }
}
