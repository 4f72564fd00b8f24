package io.github.claudebridge.telegram.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.supervisor.RestartPolicy;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One session that talks with the fake CLI, in a chat in memory. */
final class TalkFixture implements AutoCloseable {

    static final SessionName NAME = SessionName.of("work");
    static final ChatId CHAT = new ChatId(7);
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final RestartPolicy QUICK =
            new RestartPolicy(3, Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofHours(1));

    final RecordingChat chat = new RecordingChat();
    final List<String> progress = new CopyOnWriteArrayList<>();
    final Path folder;
    final SessionStore store;
    final Conversations conversations;

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
        conversations = new Conversations(store, claude, chat, Clock.systemUTC(), QUICK);
    }

    Handled ask(String text) throws Exception {
        return prompt(text).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    CompletableFuture<Handled> prompt(String text) {
        return prompt(text, noting());
    }

    CompletableFuture<Handled> prompt(String text, Progress noted) {
        return conversations.of(NAME).prompt(new UserMessage(CHAT, text), noted);
    }

    private Progress noting() {
        return new Progress() {
            @Override
            public DeliveryKey key() {
                return DeliveryKey.random();
            }

            @Override
            public void started() {
                progress.add("started");
            }

            @Override
            public void answered(String markdown) {
                progress.add("answered " + markdown);
            }
        };
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

    void awaitStarts(int count) {
        await("prompts that were started")
                .atMost(LIMIT)
                .until(() -> progress.stream().filter("started"::equals).count() == count);
    }

    void awaitStatus(SessionStatus status) {
        await("the status").atMost(LIMIT).until(() -> metadata().status() == status);
    }

    @Override
    public void close() {
        conversations.close();
    }
}
