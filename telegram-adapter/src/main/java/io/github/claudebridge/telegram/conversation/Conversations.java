package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.supervisor.RestartPolicy;
import io.github.claudebridge.process.supervisor.Supervisor;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.process.supervisor.ledger.SweepReport;
import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.journal.Prompts;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversations of all sessions, each made when it is first asked for, and the one supervisor of their processes. Takes prompts, and
 * what was decided about those that could not be answered. Thread-safe.
 */
public final class Conversations implements ChoiceHandler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

    private final SessionStore store;
    private final Prompts prompts;
    private final PromptWitness witness;
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
    public Conversations(SessionStore store, ClaudeCommand claude, Prompts prompts, Chat chat, Clock clock) {
        this(store, claude, prompts, chat, clock, RestartPolicy.DEFAULT);
    }

    Conversations(
            SessionStore store, ClaudeCommand claude, Prompts prompts, Chat chat, Clock clock, RestartPolicy restarts) {
        this.store = store;
        this.prompts = prompts;
        this.chat = chat;
        this.clock = clock;
        CliFeatures features = new CliFeatures(claude);
        this.witness = new PromptWitness(claude.transcripts(), features);
        this.supervisor = Supervisor.of(new SessionSpecs(store, claude, features, name -> of(name).listener()))
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
        return conversations.computeIfAbsent(
                name, key -> new Conversation(key, record(key), supervisor, prompts, witness, chat, clock));
    }

    /**
     * Stores a prompt for a session and takes it.
     *
     * @param key the message that it came from
     * @return as for {@link MessageHandler#handle}
     */
    public CompletableFuture<Handled> prompt(SessionName name, UserMessage message, DeliveryKey key) {
        ChatId where = message.chat();
        return take(prompts.accept(key.value(), name.value(), where.value(), where.topic(), message.text()));
    }

    /** Goes on with what was begun for a message by an earlier run; empty if nothing was. */
    public Optional<CompletableFuture<Handled>> goOn(DeliveryKey key) {
        return prompts.ofKey(key.value()).map(this::take);
    }

    private CompletableFuture<Handled> take(StoredPrompt prompt) {
        return of(SessionName.of(prompt.session())).take(prompt);
    }

    @Override
    public CompletableFuture<Handled> chosen(Chosen chosen) {
        return PromptQuestions.read(chosen)
                .flatMap(decided -> prompts.ofId(decided.prompt()).flatMap(prompt -> next(prompt, decided)))
                .map(this::take)
                .orElseGet(() -> CompletableFuture.completedFuture(Handled.DONE));
    }

    /** The prompt that a decision leads to, the same however often the decision comes. */
    private Optional<StoredPrompt> next(StoredPrompt prompt, PromptQuestions.Decided decided) {
        String key = PromptQuestions.next(decided).value();
        Optional<StoredPrompt> known = prompts.ofKey(key);
        if (known.isPresent() || prompt.state() == StoredPrompt.State.DONE) {
            return known;
        }
        String text = switch (decided.decision()) {
            case DROP -> "";
            case CONTINUE -> Words.CONTINUE;
            case RETRY, FRESH -> prompt.text();
        };
        if (decided.decision() == PromptQuestions.Decision.FRESH) {
            of(SessionName.of(prompt.session())).forgetHistory();
        }
        Optional<StoredPrompt> next = text.isEmpty()
                ? Optional.empty()
                : Optional.of(prompts.accept(key, prompt.session(), prompt.chatId(), prompt.topicId(), text));
        prompts.done(prompt.id());
        return next;
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
        conversations.keySet().forEach(name -> record(name).atRest());
    }
}
