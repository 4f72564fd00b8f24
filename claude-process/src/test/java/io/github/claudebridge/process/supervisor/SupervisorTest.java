package io.github.claudebridge.process.supervisor;

import static io.github.claudebridge.process.supervisor.FakeConversations.ask;
import static io.github.claudebridge.process.supervisor.FakeConversations.live;
import static io.github.claudebridge.process.supervisor.FakeConversations.resultOf;
import static io.github.claudebridge.process.supervisor.FakeConversations.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.error.Choice;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor with real processes of the stand-in. */
class SupervisorTest {

    private static final RestartPolicy QUICK =
            new RestartPolicy(3, Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofHours(1));

    private FakeConversations host;
    private Supervisor supervisor;

    @BeforeEach
    void open(@TempDir Path folder) {
        host = new FakeConversations(folder);
        supervisor = host.supervisor().restarts(QUICK).build();
    }

    @AfterEach
    void close() {
        supervisor.close();
    }

    private static boolean isDead(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    @Test
    void starts_one_process_however_many_ask_at_once() {
        List<Turn> turns = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> supervisor.send("a", Prompt.of("say " + i)))
                .toList();

        turns.forEach(turn -> assertThat(resultOf(turn).isError()).isFalse());
        assertThat(host.events.of(SupervisorEvent.Started.class)).hasSize(1);
    }

    @Test
    void suspends_an_idle_conversation_and_resumes_it_with_its_history() {
        host.idleTimeout(Duration.ofMillis(300));
        ask(supervisor, "a", "say hello");
        long pid = host.events.await(SupervisorEvent.Started.class, 1).pid();
        assertThat(host.events.await(SupervisorEvent.Suspended.class, 1).reason())
                .isEqualTo(SuspendReason.IDLE);
        assertThat(isDead(pid)).isTrue();

        assertThat(ask(supervisor, "a", "history").text()).isEqualTo("say hello / history");
        assertThat(host.events.await(SupervisorEvent.Started.class, 2).resumed())
                .isTrue();
    }

    @Test
    void goes_on_after_a_crash_in_the_middle_of_a_turn() throws Exception {
        ask(supervisor, "a", "say hello");
        Turn hit = supervisor.send("a", Prompt.of("slow 60"));
        Turn behind = supervisor.send("a", Prompt.of("say after"));
        run("/bin/kill", "-KILL", Long.toString(live(supervisor, "a").pid()));

        assertThat(hit.result())
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ClaudeException.class);
        assertThat(resultOf(behind).text()).isEqualTo("after");
        assertThat(host.events.of(SupervisorEvent.Crashed.class)).hasSize(1);
    }

    @Test
    void ends_a_process_that_answers_nothing_any_more_and_starts_another() throws Exception {
        host.limits(FakeConversations.LIMITS
                .withSilence(Duration.ofMillis(500))
                .withRequest(Duration.ofMillis(500))
                .withCloseStep(Duration.ofMillis(200)));
        ask(supervisor, "a", "say hello");
        Turn hit = supervisor.send("a", Prompt.of("slow 60"));
        run("/bin/kill", "-STOP", Long.toString(live(supervisor, "a").pid()));

        assertThat(host.events.await(SupervisorEvent.Crashed.class, 1).error())
                .isInstanceOf(ClaudeError.RequestTimeout.class);
        assertThat(hit.result())
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ClaudeException.class);
        host.events.await(SupervisorEvent.Started.class, 2);
    }

    @Test
    void tells_of_silence_and_leaves_a_process_alone_that_answers() throws Exception {
        host.limits(FakeConversations.LIMITS.withSilence(Duration.ofMillis(200)));
        Turn turn = supervisor.send("a", Prompt.of("slow 300"));

        host.events.await(SupervisorEvent.Silent.class, 2);
        live(supervisor, "a").interrupt().get(60, TimeUnit.SECONDS);
        assertThat(resultOf(turn).outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(host.events.of(SupervisorEvent.Crashed.class)).isEmpty();
    }

    @Test
    void serves_more_conversations_than_may_live_at_once() {
        try (Supervisor small = host.supervisor().maxLive(2).build()) {
            List<Turn> turns = IntStream.range(0, 6)
                    .mapToObj(i -> small.send("key" + i, Prompt.of("say " + i)))
                    .toList();
            for (int i = 0; i < turns.size(); i++) {
                assertThat(resultOf(turns.get(i)).text()).isEqualTo(Integer.toString(i));
            }
            assertThat(small.states().values().stream().filter(ConversationState.LIVE::equals))
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void tells_the_reason_when_a_conversation_is_gone_and_starts_no_other_in_its_place() {
        ConversationSource gone = key -> {
            ConversationSpec spec = host.describe(key);
            return ConversationSpec.resuming(spec.directory(), spec.sessionId()).with(spec.setup());
        };
        try (Supervisor other = Supervisor.of(gone).listener(host.events).build()) {
            Turn turn = other.send("a", Prompt.of("say hello"));

            assertThat(turn.result())
                    .failsWithin(Duration.ofSeconds(60))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(ClaudeException.class);
            ClaudeError error =
                    host.events.await(SupervisorEvent.GaveUp.class, 1).error();
            assertThat(error).isInstanceOf(ClaudeError.SessionNotFound.class);
            assertThat(error.choices()).containsExactly(Choice.TRY_AGAIN, Choice.START_AFRESH);
            assertThat(host.events.of(SupervisorEvent.Started.class)).isEmpty();
        }
    }

    @Test
    void resumes_a_session_whose_history_the_host_did_not_get_to_store() {
        ask(supervisor, "a", "say hello");
        ConversationSpec known = host.describe("a");
        supervisor.close();
        ConversationSource forgetful = key ->
                ConversationSpec.fresh(known.directory(), known.sessionId()).with(known.setup());
        try (Supervisor other = Supervisor.of(forgetful).listener(host).build()) {
            assertThat(ask(other, "a", "history").text()).isEqualTo("say hello / history");
        }
    }

    @Test
    void closes_all_processes_side_by_side() throws Exception {
        List<ClaudeProcess> processes = List.of(
                supervisor.start("a").get(60, TimeUnit.SECONDS),
                supervisor.start("b").get(60, TimeUnit.SECONDS),
                supervisor.start("c").get(60, TimeUnit.SECONDS));
        supervisor.send("a", Prompt.of("slow 60"));
        supervisor.close();

        assertThat(processes).allMatch(process -> isDead(process.pid()));
        assertThat(supervisor.send("a", Prompt.of("say late")).result())
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ClaudeException.class);
    }

    @Test
    void has_told_a_slow_listener_of_every_end_when_it_is_closed() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Supervisor other = host.supervisor()
                .listener(event -> {
                    host.on(event);
                    if (event instanceof SupervisorEvent.Started) {
                        started.countDown();
                        awaitUninterruptibly(mayGoOn);
                    }
                    told.add(event.getClass().getSimpleName());
                })
                .build();
        long pid = other.start("slow").get(60, TimeUnit.SECONDS).pid();
        started.await();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(other::close);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> isDead(pid));

        assertThat(closed).isNotDone();
        mayGoOn.countDown();
        closed.get(60, TimeUnit.SECONDS);
        assertThat(told).endsWith("Suspended");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void kills_what_does_not_end_in_the_time_for_closing() throws Exception {
        Supervisor hasty = host.supervisor().closeWithin(Duration.ofMillis(200)).build();
        long pid = hasty.start("a").get(60, TimeUnit.SECONDS).pid();
        run("/bin/kill", "-STOP", Long.toString(pid));
        hasty.close();

        assertThat(isDead(pid)).isTrue();
    }

    @Test
    void keeps_no_thread_busy_for_suspended_conversations_whatever_it_looks_after() throws Exception {
        try (Supervisor other = host.supervisor()
                .stateFolder(host.home().resolve("state"))
                .maxMemory(1L << 30)
                .build()) {
            ask(other, "a", "say hello");
            other.suspend("a").get(60, TimeUnit.SECONDS);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                            .extracting(Thread::getName)
                            .doesNotContain("claude-supervisor"));
        }
    }
}
