package io.github.claudebridge.process.supervisor;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Limits;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.testing.FakeClaude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A host that keeps what it is told in memory, and whose conversations run in the stand-in as real processes. Thread-safe. */
final class FakeConversations implements ConversationSource, SupervisorListener {

    /** Patient at the start, since a test machine may be busy, and quick at the end. */
    static final Limits LIMITS = Limits.DEFAULT
            .withStart(Duration.ofSeconds(60))
            .withIdleBeforeClose(Duration.ofMillis(100))
            .withCloseStep(Duration.ofSeconds(2));

    final EventLog events = new EventLog();
    private final Path folder;
    private final Map<String, ConversationSpec> stored = new ConcurrentHashMap<>();
    private volatile Limits limits = LIMITS;
    private volatile Duration idleTimeout = ConversationSpec.DEFAULT_IDLE_TIMEOUT;

    FakeConversations(Path folder) {
        this.folder = folder;
    }

    FakeConversations limits(Limits other) {
        limits = other;
        return this;
    }

    FakeConversations idleTimeout(Duration timeout) {
        idleTimeout = timeout;
        return this;
    }

    Path home() {
        return folder;
    }

    @Override
    public ConversationSpec describe(String key) {
        return stored.computeIfAbsent(key, this::fresh)
                .withIdleTimeout(idleTimeout)
                .with(builder -> builder.command(FakeClaude.command())
                        .environment(Map.of("HOME", folder.toString()))
                        .limits(limits));
    }

    private ConversationSpec fresh(String key) {
        try {
            return ConversationSpec.fresh(Files.createDirectories(folder.resolve(key)), UUID.randomUUID());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void on(SupervisorEvent event) {
        if (event instanceof SupervisorEvent.IdentityChanged changed) {
            stored.computeIfPresent(
                    event.key(),
                    (key, spec) -> ConversationSpec.of(spec.directory(), changed.sessionId(), changed.hasHistory()));
        }
        events.on(event);
    }

    SupervisorBuilder supervisor() {
        return Supervisor.of(this).listener(this);
    }

    /** The answer to a prompt. */
    static TurnResult ask(Supervisor supervisor, String key, String prompt) {
        return resultOf(supervisor.send(key, Prompt.of(prompt)));
    }

    static TurnResult resultOf(Turn turn) {
        return turn.result().orTimeout(90, TimeUnit.SECONDS).join();
    }

    static ClaudeProcess live(Supervisor supervisor, String key) {
        return supervisor.live(key).orElseThrow();
    }

    /** Runs a program of the system to its end. */
    static void run(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(List.of(command)).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }
}
