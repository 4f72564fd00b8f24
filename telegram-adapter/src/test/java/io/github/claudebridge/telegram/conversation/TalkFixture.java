package io.github.claudebridge.telegram.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.supervisor.RestartPolicy;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.transcript.PromptFate;
import io.github.claudebridge.process.transcript.Transcript;
import io.github.claudebridge.process.transcript.Transcripts;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.present.Views;
import io.github.claudebridge.telegram.internal.ThreadTimers;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One session that talks with the fake CLI, which may do everything, in a chat in memory. */
final class TalkFixture implements AutoCloseable {

    static final SessionName NAME = SessionName.of("work");
    static final ChatId CHAT = new ChatId(7);
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final RestartPolicy QUICK =
            new RestartPolicy(3, Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofHours(1));

    final RecordingChat chat = new RecordingChat();
    final Path folder;
    final SessionStore store;
    final Journal journal;
    final Conversations conversations;
    /** What becomes of files; none can be fetched unless a test says otherwise. */
    PromptFiles fetching = (session, files) -> new PromptFiles.Fetched("", List.of("No files here."));

    /** The numbers of people whom nobody works for. */
    final Set<Long> refused = ConcurrentHashMap.newKeySet();
    /** For whom something was brought to its end. */
    final List<Audience> settled = new CopyOnWriteArrayList<>();

    private final ThreadTimers timers = new ThreadTimers("test-timers");

    TalkFixture(Path folder) {
        this(folder, FakeClaude.command());
    }

    TalkFixture(Path folder, List<String> command) {
        this.folder = folder;
        store = SessionStore.open(folder.resolve("home"));
        if (store.find(NAME).isEmpty()) {
            store.create(NAME, "default");
        }
        ClaudeCommand claude = new ClaudeCommand(
                command, Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString()));
        journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
        journal.activeSessions().activate(CHAT.value(), 0, NAME.value());
        Clock clock = Clock.systemUTC();
        PromptFiles files = (session, sent) -> fetching.fetch(session, sent);
        conversations = new Conversations(
                new Surroundings(
                        store,
                        claude,
                        journal,
                        chat,
                        new Views(chat, timers, clock),
                        files,
                        timers,
                        clock,
                        List.of((session, builder) -> builder.permissions(request -> Permission.allow())),
                        List.of(new Watch())),
                QUICK);
    }

    private final class Watch implements TurnWatch {

        @Override
        public Optional<String> refuses(SessionName session, Audience audience) {
            return refused.contains(audience.userId()) ? Optional.of("You may not.") : Optional.empty();
        }

        @Override
        public void settled(SessionName session, Audience audience) {
            settled.add(audience);
        }
    }

    Handled ask(String text) throws Exception {
        return prompt(text).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    CompletableFuture<Handled> prompt(String text) {
        return prompt(text, DeliveryKey.random());
    }

    CompletableFuture<Handled> prompt(String text, DeliveryKey key) {
        return conversations.prompt(NAME, new UserMessage(CHAT, text, Instant.now()), key);
    }

    /** A prompt that Claude has, and works on. */
    CompletableFuture<Handled> working(String text, DeliveryKey key) {
        CompletableFuture<Handled> handled = prompt(text, key);
        await("Claude has it").atMost(LIMIT).until(() -> stored(key).state() != StoredPrompt.State.QUEUED);
        await("Claude has written it down").atMost(LIMIT).until(() -> isWrittenDown(stored(key)));
        return handled;
    }

    private boolean isWrittenDown(StoredPrompt prompt) throws IOException {
        Optional<Transcript> transcript =
                Transcripts.below(folder.resolve("claude")).find(Objects.requireNonNull(prompt.claudeSession()));
        return transcript.isPresent() && !(transcript.get().fateOf(prompt.id()) instanceof PromptFate.Unseen);
    }

    StoredPrompt stored(DeliveryKey key) {
        return journal.prompts().ofKey(key.value()).orElseThrow();
    }

    /** Takes a message as after a restart: what was begun for it goes on. */
    Handled again(DeliveryKey key) throws Exception {
        return conversations.goOn(key).orElseThrow().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Presses a button below the question about a prompt. */
    Handled choose(DeliveryKey key, String choice) throws Exception {
        return conversations
                .chosen(new Chosen(CHAT, PromptQuestions.key(stored(key)), choice, 7))
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    Metadata metadata() {
        return store.get(NAME).metadata();
    }

    /** The process that the metadata names, as soon as it names one. */
    long pid() {
        await("the process is noted").atMost(LIMIT).until(() -> metadata().pid() != null);
        Long pid = metadata().pid();
        assertThat(pid).isNotNull();
        return pid;
    }

    void awaitStatus(SessionStatus status) {
        await("the status").atMost(LIMIT).until(() -> metadata().status() == status);
    }

    @Override
    public void close() {
        conversations.close();
        timers.close();
        journal.close();
    }
}
