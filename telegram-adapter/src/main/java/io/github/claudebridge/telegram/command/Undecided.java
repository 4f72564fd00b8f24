package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.KeyedMessage;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.conversation.words.SessionWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Messages in chats that have not chosen a session: they wait until somebody chooses one, by a button or by a command. They come again
 * after a restart, because nothing was done for them. Thread-safe.
 */
final class Undecided {

    /** The first part of the keys of its questions. */
    static final String PREFIX = "pick";

    private static final int MOST_CHOICES = 10;

    private final Chat chat;
    private final Map<ChatId, List<Waiting>> waiting = new HashMap<>();

    /** A message, and what becomes of it. */
    record Waiting(KeyedMessage message, CompletableFuture<Handled> handled) {

        /** What becomes of it is what becomes of this. */
        void follow(CompletableFuture<Handled> other) {
            CompletableFuture<Void> unused = other.thenAccept(handled::complete).exceptionally(failure -> {
                handled.completeExceptionally(failure);
                return null;
            });
        }
    }

    Undecided(Chat chat) {
        this.chat = chat;
    }

    /** Keeps a message, and asks once in its chat. */
    synchronized CompletableFuture<Handled> keep(KeyedMessage message, String question, List<SessionName> sessions) {
        Waiting one = new Waiting(message, new CompletableFuture<>());
        List<Waiting> here = waiting.computeIfAbsent(message.message().chat(), where -> new ArrayList<>());
        here.add(one);
        if (here.size() == 1) {
            List<Choice> choices = sessions.stream()
                    .limit(MOST_CHOICES)
                    .map(name -> new Choice(name.value(), name.value()))
                    .toList();
            CompletableFuture<Void> unused =
                    chat.ask(message.message().chat(), key(message), new Question(question, choices, people(message)));
        }
        return one.handled();
    }

    private static Set<Long> people(KeyedMessage message) {
        long user = message.message().userId();
        return user == 0 ? Set.of() : Set.of(user);
    }

    /**
     * Changes what a message says that waits here.
     *
     * @return what becomes of it; empty if it does not wait here
     */
    synchronized Optional<CompletableFuture<Handled>> edit(UserMessage edited) {
        List<Waiting> here = waiting.getOrDefault(edited.chat(), List.of());
        for (int i = 0; i < here.size(); i++) {
            Waiting one = here.get(i);
            if (one.message().message().messageId() == edited.messageId() && edited.messageId() != 0) {
                here.set(i, new Waiting(one.message().text(edited.text()), one.handled()));
                return Optional.of(one.handled());
            }
        }
        return Optional.empty();
    }

    private static DeliveryKey key(KeyedMessage message) {
        return message.key().in(PREFIX);
    }

    /** The chat has chosen: what waited there, in order. */
    synchronized List<Waiting> release(ChatId where) {
        List<Waiting> released = waiting.remove(where);
        if (released == null) {
            return List.of();
        }
        boolean unused = chat.withdraw(key(released.get(0).message()), SessionWords.CHOSEN);
        return released;
    }
}
