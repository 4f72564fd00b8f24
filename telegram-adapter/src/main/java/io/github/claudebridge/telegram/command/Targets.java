package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.util.Optional;

/** Finds the session that a prompt is for: the one that said what is replied to, else the one that the chat talks to. Thread-safe. */
final class Targets {

    private final Conversations conversations;
    private final Chat chat;
    private final ChatSessions chats;

    Targets(Conversations conversations, Chat chat, ChatSessions chats) {
        this.conversations = conversations;
        this.chat = chat;
        this.chats = chats;
    }

    ChatSessions.Choice of(UserMessage message) {
        return replyTarget(message)
                .<ChatSessions.Choice>map(ChatSessions.Found::new)
                .orElseGet(() -> chats.of(message.chat(), message.userId()));
    }

    private Optional<SessionName> replyTarget(UserMessage message) {
        return message.repliesTo() == 0
                ? Optional.empty()
                : chat.keyOf(message.chat(), message.repliesTo())
                        .flatMap(conversations::sessionThatSaid)
                        .filter(name -> chats.mayUse(message.userId(), name));
    }
}
