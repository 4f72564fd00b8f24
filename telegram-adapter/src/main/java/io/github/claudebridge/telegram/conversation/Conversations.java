package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversations of all sessions, each made when it is first asked for. Thread-safe. */
public final class Conversations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

    private final SessionStore store;
    private final ClaudeCommand claude;
    private final Chat chat;
    private final Clock clock;
    private final Map<SessionName, Conversation> conversations = new HashMap<>();
    private boolean closed;

    public Conversations(SessionStore store, ClaudeCommand claude, Chat chat, Clock clock) {
        this.store = store;
        this.claude = claude;
        this.chat = chat;
        this.clock = clock;
    }

    /**
     * The conversation of the session of this name.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public synchronized Conversation of(SessionName name) {
        if (closed) {
            throw new IllegalStateException("The bot is stopping.");
        }
        return conversations.computeIfAbsent(name, key -> new Conversation(key, store, claude, chat, clock));
    }

    /** Ends every process, all at the same time, and returns when the last is gone. */
    @Override
    public void close() {
        List<Thread> closing;
        synchronized (this) {
            closed = true;
            closing = conversations.values().stream()
                    .map(conversation -> new Thread(conversation::close, "closing"))
                    .toList();
        }
        closing.forEach(Thread::start);
        try {
            for (Thread thread : closing) {
                thread.join();
            }
        } catch (InterruptedException e) {
            LOG.warn("Interrupted while Claude processes were being ended.");
            Thread.currentThread().interrupt();
        }
    }
}
