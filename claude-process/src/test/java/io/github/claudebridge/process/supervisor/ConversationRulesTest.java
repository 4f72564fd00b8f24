package io.github.claudebridge.process.supervisor;

import static io.github.claudebridge.process.supervisor.FakeConversations.ask;
import static io.github.claudebridge.process.supervisor.FakeConversations.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.error.Choice;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.transcript.Transcripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules about questions, locks and forgetting, with processes of the stand-in. */
class ConversationRulesTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private FakeConversations host;

    @BeforeEach
    void open() {
        host = new FakeConversations(folder);
    }

    @Test
    void a_question_that_nobody_answers_is_denied_after_its_limit_and_only_then_the_conversation_suspended() {
        host.limits(FakeConversations.LIMITS.withPermission(Duration.ofSeconds(2)));
        host.idleTimeout(Duration.ofMillis(200));
        CompletableFuture<Permission> never = new CompletableFuture<>();
        ConversationSource source =
                key -> host.describe(key).with(builder -> builder.permissionsAsync(request -> never));
        try (Supervisor supervisor = Supervisor.of(source).listener(host).build()) {
            Turn turn = supervisor.send("a", Prompt.of("tool Bash touch made ;; say done"));

            assertThat(resultOf(turn).text()).isEqualTo("done");
            assertThat(resultOf(turn).deniedTools()).hasSize(1);
            assertThat(host.events.await(SupervisorEvent.Suspended.class, 1).reason())
                    .isEqualTo(SuspendReason.IDLE);
            assertThat(host.events.of(SupervisorEvent.Started.class)).hasSize(1);
        }
    }

    @Test
    void after_clear_the_new_session_is_locked_and_the_former_one_is_free() throws Exception {
        Path state = folder.resolve("state");
        try (Supervisor supervisor = host.supervisor().stateFolder(state).build()) {
            ask(supervisor, "a", "say hello");
            UUID former = host.describe("a").sessionId();
            ask(supervisor, "a", "/clear");
            ask(supervisor, "a", "say again");
            UUID now = host.describe("a").sessionId();

            assertThat(now).isNotEqualTo(former);
            assertThat(startElsewhere(state, now))
                    .failsWithin(LONG)
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOfSatisfying(
                            ClaudeException.class,
                            failure -> assertThat(failure.error()).isInstanceOf(ClaudeError.SessionBusy.class));
            assertThat(startElsewhere(state, former)).succeedsWithin(LONG);
        }
    }

    /** Completes when another supervisor has had a process of this session, and has ended it. */
    private CompletableFuture<Void> startElsewhere(Path state, UUID session) {
        ConversationSource source = key -> ConversationSpec.resuming(folder, session)
                .with(host.describe("other").setup());
        Supervisor other = Supervisor.of(source).stateFolder(state).build();
        return other.start("same")
                .thenCompose(process -> other.suspend("same"))
                .whenComplete((done, failure) -> other.close());
    }

    @Test
    void a_history_that_is_gone_can_be_put_back_and_the_conversation_goes_on() throws Exception {
        Path kept = folder.resolve("kept.jsonl");
        try (Supervisor supervisor = host.supervisor().build()) {
            ask(supervisor, "a", "say hello");
            supervisor.suspend("a").get(60, TimeUnit.SECONDS);
            Path file = transcript();
            Files.move(file, kept);
            assertThat(supervisor.send("a", Prompt.of("say more")).result())
                    .failsWithin(LONG)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(ClaudeException.class);
            assertThat(host.events
                            .await(SupervisorEvent.GaveUp.class, 1)
                            .error()
                            .choices())
                    .contains(Choice.TRY_AGAIN);

            Files.move(kept, file);
            assertThat(ask(supervisor, "a", "history").text()).isEqualTo("say hello / history");
        }
    }

    private Path transcript() throws IOException {
        return Transcripts.below(folder.resolve(".claude"))
                .find(host.describe("a").sessionId())
                .orElseThrow()
                .file();
    }

    private static boolean isClosed(Throwable failure) {
        return failure instanceof ClaudeException known && known.error() instanceof ClaudeError.Closed;
    }

    @Test
    void a_prompt_that_is_sent_while_its_conversation_is_forgotten_is_answered_or_fails() throws Exception {
        try (Supervisor supervisor = host.supervisor().build()) {
            ask(supervisor, "a", "say hello");
            List<Turn> turns = new ArrayList<>();
            List<CompletableFuture<Void>> forgotten = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                CompletableFuture<Void> gone =
                        CompletableFuture.runAsync(() -> supervisor.forget("a").join());
                turns.add(supervisor.send("a", Prompt.of("say " + i)));
                forgotten.add(gone);
                CompletableFuture.anyOf(turns.get(i).result().exceptionally(failure -> null), gone)
                        .get(60, TimeUnit.SECONDS);
            }

            CompletableFuture.allOf(forgotten.toArray(CompletableFuture<?>[]::new))
                    .get(60, TimeUnit.SECONDS);
            assertThat(turns)
                    .allSatisfy(turn -> assertThat(
                                    turn.result().handle((result, failure) -> result != null || isClosed(failure)))
                            .succeedsWithin(LONG)
                            .isEqualTo(true));
            assertThat(ask(supervisor, "a", "history").text()).startsWith("say hello");
        }
    }
}
