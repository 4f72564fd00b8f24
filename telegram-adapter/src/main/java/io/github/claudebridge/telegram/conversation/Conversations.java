package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The conversations of all sessions, each made when it is first asked for. Thread-safe. */
public final class Conversations implements AutoCloseable {

    private final SessionStore store;
    private final Claude claude;
    private final Chat chat;
    private final Clock clock;
    private final Map<SessionName, Conversation> conversations = new ConcurrentHashMap<>();

    public Conversations(SessionStore store, Claude claude, Chat chat, Clock clock) {
        this.store = store;
        this.claude = claude;
        this.chat = chat;
        this.clock = clock;
    }

    /** The conversation of the session of this name. */
    public Conversation of(SessionName name) {
        return conversations.computeIfAbsent(name, key -> new Conversation(key, store, claude, chat, clock));
    }

    /** Ends every process, all at the same time, and returns when the last is gone. */
    @Override
    public void close() {
        conversations.values().parallelStream().forEach(Conversation::close);
    }
}
