package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.supervisor.RestartPolicy;
import io.github.claudebridge.process.supervisor.Supervisor;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.process.supervisor.ledger.SweepReport;
import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversations of all sessions, each made when it is first asked for, and the one supervisor of their processes. Thread-safe. */
public final class Conversations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

    private final SessionStore store;
    private final Chat chat;
    private final Clock clock;
    private final Supervisor supervisor;
    private final Map<SessionName, Conversation> conversations = new ConcurrentHashMap<>();
    private boolean closed;

    /**
     * Ends the processes that an earlier run left behind and waits for their death, for 8 s at most; notes that no session has a
     * process; starts none.
     *
     * @throws java.io.UncheckedIOException if the state folder of the home cannot be used
     */
    public Conversations(SessionStore store, ClaudeCommand claude, Chat chat, Clock clock) {
        this(store, claude, chat, clock, RestartPolicy.DEFAULT);
    }

    Conversations(SessionStore store, ClaudeCommand claude, Chat chat, Clock clock, RestartPolicy restarts) {
        this.store = store;
        this.chat = chat;
        this.clock = clock;
        this.supervisor = Supervisor.of(new SessionSpecs(store, claude, name -> of(name).listener()))
                .listener(this::heard)
                .stateFolder(store.home().resolve("state"))
                .transcripts(claude.transcripts())
                .restarts(restarts)
                .clock(clock)
                .build();
        report(supervisor.sweptAtStart());
        store.list().stream()
                .filter(SessionEntry.Healthy.class::isInstance)
                .forEach(session -> record(session.name()).atRest());
    }

    private static void report(SweepReport swept) {
        if (!swept.ended().isEmpty()) {
            LOG.info(
                    "Ended {} processes that an earlier run had left behind.",
                    swept.ended().size());
        }
        if (!swept.survivors().isEmpty()) {
            LOG.error("These processes of an earlier run could not be ended: {}", swept.survivors());
        }
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
        return conversations.computeIfAbsent(name, key -> new Conversation(key, record(key), supervisor, chat, clock));
    }

    private SessionRecord record(SessionName name) {
        return new SessionRecord(name, store, clock);
    }

    private void heard(SupervisorEvent event) {
        Conversation conversation = conversations.get(SessionName.of(event.key()));
        if (conversation != null) {
            conversation.heard(event);
        }
    }

    /** Takes no more prompts, ends every process, all at the same time, and returns when the last is gone. */
    @Override
    public void close() {
        List<Conversation> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(conversations.values());
        }
        all.forEach(Conversation::refuse);
        supervisor.close();
        all.forEach(Conversation::await);
    }
}
