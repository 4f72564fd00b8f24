package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.telegram.conversation.words.QueueWords;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Tells people what happens to the process of a session, as far as it concerns them: that it is suspended does not. Thread-safe. */
final class SessionNews {

    private final Chat chat;
    private final Troubles troubles;

    SessionNews(Chat chat, Troubles troubles) {
        this.chat = chat;
        this.troubles = troubles;
    }

    void tell(ChatId where, SupervisorEvent event) {
        if (event instanceof SupervisorEvent.GaveUp end) {
            troubles.gaveUp(where, end.error());
        } else {
            notice(event).ifPresent(text -> {
                CompletableFuture<Void> unused = chat.notice(where, DeliveryKey.random(), text);
            });
        }
    }

    private static Optional<String> notice(SupervisorEvent event) {
        if (event instanceof SupervisorEvent.Crashed crash && crash.attempt() > 0) {
            return Optional.of(QueueWords.restarting(crash.attempt(), crash.pause()));
        }
        if (event instanceof SupervisorEvent.Silent silent) {
            return Optional.of(QueueWords.silent(silent.silence()));
        }
        return event instanceof SupervisorEvent.WaitingForRoom ? Optional.of(QueueWords.noRoom()) : Optional.empty();
    }
}
