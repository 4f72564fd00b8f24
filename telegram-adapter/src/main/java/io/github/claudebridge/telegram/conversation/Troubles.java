package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a chat what went wrong in a session, each thing once: that a process cannot be started is heard from the prompt that wanted
 * it and from the supervisor. Thread-safe.
 */
final class Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private final SessionName session;
    private final Chat chat;
    private @Nullable ClaudeError lastTold;

    Troubles(SessionName session, Chat chat) {
        this.session = session;
        this.chat = chat;
    }

    /**
     * A prompt was not answered.
     *
     * @return as for {@link Chat#failure}
     */
    CompletableFuture<Void> tell(ChatId where, DeliveryKey key, Throwable cause) {
        if (cause instanceof ClaudeException known) {
            return isNew(known.error())
                    ? chat.failure(where, key, explain(known.error()))
                    : CompletableFuture.completedFuture(null);
        }
        if (!(cause instanceof SessionException)) {
            LOG.error("A prompt for session {} failed unexpectedly.", session.value(), cause);
        }
        return chat.failure(where, key, Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
    }

    /** The process is not started again by itself. A history that is gone is a question to whoever wants to go on. */
    void gaveUp(ChatId where, ClaudeError error) {
        if (!(error instanceof ClaudeError.SessionNotFound) && isNew(error)) {
            CompletableFuture<Void> unused = chat.failure(where, DeliveryKey.random(), explain(error));
        }
    }

    private synchronized boolean isNew(ClaudeError error) {
        // The very same report, not an equal one: the same thing may go wrong again.
        boolean isNew = error != lastTold;
        lastTold = error;
        return isNew;
    }

    private String explain(ClaudeError error) {
        if (error instanceof ClaudeError.CallbackFailed callback && callback.failure() instanceof SessionException e) {
            return e.problem() + " " + e.nextStep();
        }
        return error instanceof ClaudeError.ProcessDied
                ? Words.crashedTooOften(error.message())
                : error.message() + " " + error.nextStep();
    }
}
