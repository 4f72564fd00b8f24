package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.ChatId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The sessions as they are at this moment. Thread-safe; no method waits. */
public interface Sessions {

    /** For whom a session works, or worked last; empty if that is not known. */
    Optional<Audience> audience(SessionName session);

    /** Whether what is written in this chat goes to this session. */
    boolean isFront(SessionName session, ChatId chat);

    /** The process of a session, if it has one that lives. */
    Optional<ClaudeProcess> live(SessionName session);

    /**
     * Ends the process of a session; the next prompt starts another.
     *
     * @return completes when it is gone
     */
    CompletableFuture<Void> suspend(SessionName session);
}
