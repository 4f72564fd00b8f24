package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.supervisor.RestartPolicy;
import io.github.claudebridge.process.supervisor.Supervisor;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.process.supervisor.ledger.SweepReport;
import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.words.ArchiveWords;
import io.github.claudebridge.telegram.conversation.words.QueueWords;
import io.github.claudebridge.telegram.journal.ActiveSessions;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.journal.PromptPart;
import io.github.claudebridge.telegram.journal.Prompts;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
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
    private final Supervisor supervisor;
    private final Workplace workplace;
    private final Map<SessionName, Conversation> conversations = new ConcurrentHashMap<>();
    private final Set<SessionName> held = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /**
     * Ends the processes that an earlier run left behind and waits for their death, for 8 s at most; notes that no session has a
     * process; starts none.
     *
     * @throws java.io.UncheckedIOException if the state folder of the home cannot be used
     */
    public Conversations(Surroundings around) {
        this(around, RestartPolicy.DEFAULT);
    }

    Conversations(Surroundings around, RestartPolicy restarts) {
        this.store = around.store();
        this.prompts = around.journal().prompts();
        CliFeatures features = new CliFeatures(around.claude());
        this.supervisor = Supervisor.of(new SessionSpecs(
                        store, around.claude(), features, name -> of(name).listener(), around.setups()))
                .listener(this::heard)
                .stateFolder(store.home().resolve("state"))
                .transcripts(around.claude().transcripts())
                .restarts(restarts)
                .clock(around.clock())
                .build();
        ActiveSessions active = around.journal().activeSessions();
        this.workplace = new Workplace(
                supervisor,
                store,
                prompts,
                new PromptWitness(around.claude().transcripts(), features),
                features,
                around.chat(),
                around.views(),
                around.files(),
                (session, chat) -> active.of(chat.value(), chat.topic())
                        .filter(session.value()::equals)
                        .isPresent(),
                new TurnWatches(around.watches()),
                around.timers(),
                around.clock(),
                around.setups());
        around.journal().questions().open(WaitingNotice.PREFIX).stream()
                .map(question -> new DeliveryKey(question.key()))
                .forEach(key -> around.chat().withdraw(key, QueueWords.GOES_ON));
        report(supervisor.sweptAtStart());
        prompts.open(SessionKeys.BACKGROUND + "/").forEach(noted -> Background.settle(noted, workplace));
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
        return conversations.computeIfAbsent(name, key -> new Conversation(key, workplace));
    }

    /**
     * Keeps a session from being talked to while something is done with it; whoever writes to it meanwhile is told.
     *
     * @return whether it was free until now
     */
    boolean hold(SessionName name) {
        return held.add(name);
    }

    boolean isHeld(SessionName name) {
        return held.contains(name);
    }

    /** The session can be talked to again. */
    void release(SessionName name) {
        held.remove(name);
    }

    /**
     * Stores a prompt for a session and takes it. One that cannot be stored is told, and comes again after the next start.
     *
     * @param messages what it is made of, from one chat, each with the key that names it; at least one
     * @return as for {@link MessageHandler#handle}, for each of them
     */
    public CompletableFuture<Handled> prompt(SessionName name, List<KeyedMessage> messages) {
        ChatId where = messages.get(0).message().chat();
        List<PromptPart> parts = messages.stream().map(KeyedMessage::part).toList();
        StoredPrompt stored;
        try {
            stored = prompts.accept(parts, name.value(), where.value(), where.topic(), PromptText.of(parts));
        } catch (JournalException e) {
            CompletableFuture<Void> unused =
                    workplace.chat().failure(where, DeliveryKey.random(), QueueWords.NOT_NOTED);
            return CompletableFuture.failedFuture(e);
        }
        return take(stored);
    }

    /** As above, for one message. */
    public CompletableFuture<Handled> prompt(SessionName name, UserMessage message, DeliveryKey key) {
        return prompt(name, List.of(new KeyedMessage(message, key)));
    }

    /** The session that said something; empty if that cannot be told. */
    public Optional<SessionName> sessionThatSaid(DeliveryKey key) {
        Optional<SessionName> named = SessionKeys.session(key);
        return named.isPresent()
                ? named
                : prompts.ofKey(key.value())
                        .or(() -> prompts.ofKey(key.value().replaceFirst("/[^/]*$", "")))
                        .map(prompt -> SessionName.of(prompt.session()));
    }

    /** Replaces what a message said, where Claude does not have it yet. */
    public Edited edit(UserMessage message) {
        return conversations.values().stream()
                .map(conversation -> conversation.edit(message.chat(), message.messageId(), PromptWording.of(message)))
                .filter(edited -> edited != Edited.UNKNOWN)
                .findFirst()
                .orElse(Edited.UNKNOWN);
    }

    /** The chat talks to another session than before: what is shown there changes. */
    public void frontChanged() {
        conversations.values().forEach(Conversation::lookAtFront);
    }

    /** For whom a session works, or has worked last; empty where nobody has spoken to it in this run. */
    public Optional<Audience> audience(SessionName name) {
        return Optional.ofNullable(conversations.get(name)).flatMap(Conversation::audience);
    }

    /** The process of a session, if it lives; not to be kept. */
    public Optional<ClaudeProcess> live(SessionName name) {
        return supervisor.live(name.value());
    }

    /** How many processes live. */
    public int processes() {
        return (int) conversations.keySet().stream()
                .filter(name -> live(name).isPresent())
                .count();
    }

    /** Ends the process of a session that is not there any more. */
    public void forget(SessionName name) {
        CompletableFuture<Void> unused = supervisor.forget(name.value());
    }

    /**
     * Takes a session out of use, before it is archived, renamed or deleted: stops what runs, drops what waits, ends the process, and
     * writes what is still to be written. Waits for all that, for some seconds at most where something does not end.
     */
    public void retire(SessionName name) {
        Conversation conversation = conversations.get(name);
        if (conversation != null) {
            conversation.retire();
        }
        supervisor.forget(name.value()).join();
        if (conversation != null) {
            conversation.await();
            conversations.remove(name, conversation);
        }
        if (store.find(name).isPresent()) {
            record(name).atRest();
        }
    }

    /**
     * The process of a session, which is started if there is none.
     *
     * @return completes with it, not to be kept; exceptionally when it cannot be started
     */
    public CompletableFuture<ClaudeProcess> start(SessionName name) {
        return supervisor.start(name.value());
    }

    /** The process of a session, if it lives, waits so long for the next prompt before it is suspended. */
    public void idleTimeout(SessionName name, Duration timeout) {
        supervisor.idleTimeout(name.value(), timeout);
    }

    /** Ends the process of a session, whatever it does; completes when it is gone. The next prompt resumes it. */
    public CompletableFuture<Void> suspend(SessionName name) {
        return supervisor.suspend(name.value());
    }

    /** Goes on with what was begun for a message by an earlier run; empty if nothing was. */
    public Optional<CompletableFuture<Handled>> goOn(DeliveryKey key) {
        return prompts.ofKey(key.value()).map(this::take);
    }

    private CompletableFuture<Handled> take(StoredPrompt prompt) {
        SessionName name = SessionName.of(prompt.session());
        return held.contains(name)
                ? busy(prompt)
                : of(name).take(prompt)
                        .exceptionallyCompose(failure -> failure instanceof RejectedExecutionException && !isClosed()
                                ? busy(prompt)
                                : CompletableFuture.failedFuture(failure));
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** The session is put away or renamed at this moment. */
    private CompletableFuture<Handled> busy(StoredPrompt prompt) {
        CompletableFuture<Void> told = workplace
                .chat()
                .failure(
                        new ChatId(prompt.chatId(), prompt.topicId()),
                        new DeliveryKey(prompt.key()).with("busy"),
                        ArchiveWords.busy(prompt.session()));
        prompts.done(prompt.id());
        return told.thenApply(said -> Handled.FAILED);
    }

    @Override
    public CompletableFuture<Handled> chosen(Chosen chosen) {
        SessionName waitedFor = WaitingNotice.session(chosen.question());
        if (waitedFor != null) {
            of(waitedFor).decide(chosen);
            return CompletableFuture.completedFuture(Handled.DONE);
        }
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
                : Optional.of(prompts.accept(
                        List.of(sameAuthor(prompt, key, text)),
                        prompt.session(),
                        prompt.chatId(),
                        prompt.topicId(),
                        text));
        prompts.done(prompt.id());
        return next;
    }

    /** It is still the same person's wish. */
    private static PromptPart sameAuthor(StoredPrompt prompt, String key, String text) {
        return prompt.parts().stream()
                .findFirst()
                .map(part -> new PromptPart(key, part.messageId(), part.userId(), text))
                .orElseGet(() -> new PromptPart(key, 0, 0, text));
    }

    private SessionRecord record(SessionName name) {
        return new SessionRecord(name, store, workplace.clock());
    }

    private void heard(SupervisorEvent event) {
        if (event instanceof SupervisorEvent.MemoryExceeded memory) {
            LOG.warn(
                    "The processes of Claude use {} MB of memory, more than the {} MB they may; session {} uses most.",
                    memory.usedBytes() >> 20,
                    memory.limitBytes() >> 20,
                    memory.key());
        }
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
