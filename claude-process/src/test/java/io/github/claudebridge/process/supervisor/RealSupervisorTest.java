package io.github.claudebridge.process.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Limits;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.Choice;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.testing.junit.RealCli;
import io.github.claudebridge.process.transcript.PromptFate;
import io.github.claudebridge.process.transcript.Transcripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the supervisor and the reading of transcripts rely on is true of the real command line. */
@RealCli
class RealSupervisorTest {

    private final EventLog events = new EventLog();
    private volatile ConversationSpec stored = ConversationSpec.fresh(Path.of("/"), UUID.randomUUID());
    private volatile UnaryOperator<ConversationSpec> rules = spec -> spec;
    private RealClaude claude;
    private Transcripts transcripts;
    private Supervisor supervisor;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        claude = RealClaude.in(folder.resolve("home"));
        transcripts = Transcripts.below(claude.configDirectory());
        stored = ConversationSpec.fresh(Files.createDirectory(folder.resolve("work")), UUID.randomUUID());
        supervisor = Supervisor.of(key -> described(stored))
                .listener(this::on)
                .stateFolder(folder.resolve("s"))
                .transcripts(transcripts)
                .restarts(new RestartPolicy(3, Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofHours(1)))
                .build();
    }

    @AfterEach
    void close() {
        supervisor.close();
        claude.close();
    }

    private ConversationSpec described(ConversationSpec spec) {
        return rules.apply(spec.with(builder ->
                builder.command(List.of(claude.executable().toString())).environment(claude.environment())));
    }

    private void on(SupervisorEvent event) {
        if (event instanceof SupervisorEvent.IdentityChanged changed) {
            stored = ConversationSpec.of(stored.directory(), changed.sessionId(), changed.hasHistory());
        }
        events.on(event);
    }

    private TurnResult ask(String prompt) {
        return resultOf(supervisor.send("a", Prompt.of(prompt)));
    }

    private static TurnResult resultOf(Turn turn) {
        return turn.result().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private PromptFate fate(UUID prompt) throws IOException {
        return transcripts.find(stored.sessionId()).orElseThrow().fateOf(prompt);
    }

    private void awaitSeen(Prompt prompt) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> transcripts.find(stored.sessionId()).isPresent()
                        && !fate(prompt.id()).equals(new PromptFate.Unseen()));
    }

    @Test
    void a_suspended_conversation_goes_on_with_its_history_and_leaves_no_sockets() throws Exception {
        ask("say hello");
        supervisor.suspend("a").get(30, TimeUnit.SECONDS);

        assertThat(ask("history").text()).isEqualTo("say hello / history");
        supervisor.suspend("a").get(30, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.walk(folder.resolve("s/tmp"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.equals("cc-socks") || name.startsWith("fswatch-probe-"));
        }
    }

    @Test
    void after_clear_the_new_session_is_resumed_and_locked() throws Exception {
        ask("say hello");
        UUID first = stored.sessionId();
        ask("/clear");
        ask("say again");
        supervisor.suspend("a").get(30, TimeUnit.SECONDS);

        assertThat(stored.sessionId()).isNotEqualTo(first);
        assertThat(stored.hasHistory()).isTrue();
        assertThat(folder.resolve("s/locks/" + stored.sessionId() + ".lock")).exists();
        assertThat(ask("history").text()).doesNotContain("hello").contains("say again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tool Bash echo hi ;; say done",
                "thinking hm ++ say one ++ say done",
                "say first ++ tool Bash echo hi ;; thinking hm ++ say one ++ say done"
            })
    void a_prompt_that_was_answered_is_found_with_its_text(String text) throws Exception {
        Prompt prompt = Prompt.of(text);
        resultOf(supervisor.send("a", prompt));

        // The file may be a moment behind the stream.
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(fate(prompt.id())).isEqualTo(new PromptFate.Answered("done")));
        assertThat(fate(UUID.randomUUID())).isEqualTo(new PromptFate.Unseen());
    }

    @Test
    void a_prompt_that_was_cut_off_by_a_crash_is_open_and_not_sent_again() throws Exception {
        ask("say hello");
        Prompt prompt = Prompt.of("slow 60");
        Turn turn = supervisor.send("a", prompt);
        awaitSeen(prompt);
        ProcessHandle.of(supervisor.live("a").orElseThrow().pid()).orElseThrow().destroyForcibly();

        assertThat(turn.result())
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ClaudeException.class);
        assertThat(fate(prompt.id())).isInstanceOf(PromptFate.Open.class);
        events.await(SupervisorEvent.Started.class, 2);
        assertThat(ask("say on").text()).isEqualTo("on");
    }

    @Test
    void an_interrupted_prompt_is_not_taken_for_answered_by_the_next_one() throws Exception {
        Prompt prompt = Prompt.of("long 200 50");
        Turn turn = supervisor.send("a", prompt);
        awaitSeen(prompt);
        supervisor.live("a").orElseThrow().interrupt().get(30, TimeUnit.SECONDS);
        resultOf(turn);
        Prompt next = Prompt.of("say answer");
        resultOf(supervisor.send("a", next));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(fate(next.id())).isEqualTo(new PromptFate.Answered("answer")));
        assertThat(fate(prompt.id())).isInstanceOf(PromptFate.Interrupted.class);
    }

    @Test
    void a_history_that_is_gone_is_told_and_not_replaced() throws Exception {
        ask("say hello");
        supervisor.suspend("a").get(30, TimeUnit.SECONDS);
        Files.delete(transcripts.find(stored.sessionId()).orElseThrow().file());

        assertThat(supervisor.send("a", Prompt.of("say more")).result())
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ClaudeException.class);
        ClaudeError error = events.await(SupervisorEvent.GaveUp.class, 1).error();
        assertThat(error).isInstanceOf(ClaudeError.SessionNotFound.class);
        assertThat(error.choices()).containsExactly(Choice.TRY_AGAIN, Choice.START_AFRESH);
    }

    @Test
    void a_question_that_nobody_answers_is_denied_after_its_limit_and_only_then_the_process_suspended() {
        CompletableFuture<Permission> never = new CompletableFuture<>();
        rules = spec -> spec.withIdleTimeout(Duration.ofMillis(300))
                .with(builder -> builder.permissionsAsync(request -> never)
                        .limits(Limits.DEFAULT.withPermission(Duration.ofSeconds(2))));
        TurnResult result = ask("tool Bash touch made ;; say done");

        assertThat(result.text()).isEqualTo("done");
        assertThat(result.deniedTools()).hasSize(1);
        assertThat(events.await(SupervisorEvent.Suspended.class, 1).reason()).isEqualTo(SuspendReason.IDLE);
        assertThat(events.of(SupervisorEvent.Started.class)).hasSize(1);
    }

    @Test
    void one_that_answers_nothing_any_more_is_ended_and_another_goes_on_with_the_session() throws Exception {
        ask("say hello");
        supervisor.suspend("a").get(30, TimeUnit.SECONDS);
        rules = spec -> spec.with(builder -> builder.limits(Limits.DEFAULT
                .withSilence(Duration.ofSeconds(2))
                .withRequest(Duration.ofSeconds(10))
                .withCloseStep(Duration.ofMillis(500))));
        Prompt prompt = Prompt.of("slow 60");
        Turn turn = supervisor.send("a", prompt);
        awaitSeen(prompt);
        FakeConversations.run(
                "/bin/kill",
                "-STOP",
                Long.toString(supervisor.live("a").orElseThrow().pid()));

        assertThat(turn.result())
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ClaudeException.class);
        assertThat(events.await(SupervisorEvent.Crashed.class, 1).error())
                .isInstanceOf(ClaudeError.RequestTimeout.class);
        events.await(SupervisorEvent.Started.class, 3);
    }

    @Test
    void an_idle_process_makes_room_for_another() throws Exception {
        ConversationSpec other =
                ConversationSpec.fresh(Files.createDirectory(folder.resolve("other")), UUID.randomUUID());
        try (Supervisor small = Supervisor.of(key -> described(key.equals("a") ? stored : other))
                .listener(events)
                .maxLive(1)
                .build()) {
            resultOf(small.send("a", Prompt.of("say hello")));
            assertThat(resultOf(small.send("b", Prompt.of("say here"))).text()).isEqualTo("here");

            assertThat(events.of(SupervisorEvent.Suspended.class))
                    .containsExactly(new SupervisorEvent.Suspended("a", SuspendReason.ROOM));
        }
    }
}
