package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.journal.Decisions;
import io.github.claudebridge.telegram.journal.StoredQuestion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was written as an answer to a question that died with an earlier run: taken by that run and not noted as such, or never taken. It
 * must not become a prompt. Thread-safe.
 */
final class DeadQuestions {

    private final Chat chat;
    private final Decisions decisions;
    private final Instant since;
    private final List<StoredQuestion> dead;

    /**
     * @param dead the questions that an earlier run left open
     * @param since when they died, or later
     */
    DeadQuestions(Chat chat, Decisions decisions, List<StoredQuestion> dead, Instant since) {
        this.chat = chat;
        this.decisions = decisions;
        // Messages carry their time in whole seconds.
        this.since = since.truncatedTo(ChronoUnit.SECONDS);
        this.dead = new ArrayList<>(dead);
    }

    /** Notes that a message is about to be taken as the answer to a question. */
    static void note(Decisions decisions, DeliveryKey message, DeliveryKey question) {
        String unused = decisions.once(name(message), question::value);
    }

    private static String name(DeliveryKey message) {
        return message.in("answer").value();
    }

    /** Whether a message answers a question that is dead. */
    synchronized boolean take(UserMessage message, DeliveryKey key) {
        if (decisions.find(name(key)).isPresent()) {
            return true;
        }
        if (!message.sentAt().isBefore(since)) {
            return false;
        }
        Optional<StoredQuestion> meant =
                dead.stream().filter(question -> isMeant(question, message)).findFirst();
        meant.ifPresent(dead::remove);
        return meant.isPresent();
    }

    private boolean isMeant(StoredQuestion question, UserMessage message) {
        DeliveryKey key = new DeliveryKey(question.key());
        if (message.repliesTo() != 0) {
            return chat.keyOf(message.chat(), message.repliesTo())
                    .filter(said -> OpenQuestion.isAbout(said, key))
                    .isPresent();
        }
        boolean isPrivate = message.userId() == question.chatId();
        return isPrivate
                && message.chat().equals(new ChatId(question.chatId(), question.topicId()))
                && OpenQuestion.tookNextMessage(key, chat);
    }
}
