package io.github.claudebridge.process.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ConversationState;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.process.supervisor.SuspendReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeeperTest {

    private static final Duration JUST_BEFORE = FakeHost.IDLE.minusSeconds(1);
    private static final Duration JUST_AFTER = Duration.ofSeconds(2);

    private final FakeHost host = new FakeHost(new SplittableRandom(1), 2, LostPrompts.UNKNOWN);

    @BeforeEach
    void three_conversations() {
        List.of("a", "b", "c").forEach(host::add);
    }

    private FakeProcess live(String key) {
        CompletableFuture<?> started = host.keeper(key).start();
        host.settle();
        assertThat(started).isCompleted();
        return host.last(key);
    }

    private FakeProcess answered(String key) {
        FakeProcess process = live(key);
        host.send(key);
        process.answer();
        host.settle();
        return process;
    }

    private ConversationState after(Duration... times) {
        for (Duration time : times) {
            host.advance(time);
            host.settle();
        }
        return host.state("a");
    }

    @Test
    void suspends_when_nothing_has_happened_for_the_idle_time() {
        live("a");

        assertThat(after(JUST_BEFORE)).isEqualTo(ConversationState.LIVE);
        assertThat(after(JUST_AFTER)).isEqualTo(ConversationState.SUSPENDED);
        assertThat(host.events).contains(new SupervisorEvent.Suspended("a", SuspendReason.IDLE));
    }

    @Test
    void the_end_is_reached_when_the_host_has_been_told_of_it_however_fast_the_threads_are() {
        live("a");
        List<SupervisorEvent> toldBefore = new ArrayList<>();
        CompletableFuture<Void> closed = host.keeper("a").close().thenRun(() -> toldBefore.addAll(host.events));
        host.pool.beAheadOfEverybody();
        host.settle();

        assertThat(closed).isCompleted();
        assertThat(toldBefore).contains(new SupervisorEvent.Suspended("a", SuspendReason.CLOSED));
    }

    @Test
    void counts_the_idle_time_from_the_end_of_the_last_turn() {
        FakeProcess process = live("a");
        host.send("a");
        host.settle();
        after(FakeHost.IDLE, FakeHost.IDLE);
        process.answer();
        host.settle();

        assertThat(after(JUST_BEFORE)).isEqualTo(ConversationState.LIVE);
        assertThat(after(JUST_AFTER)).isEqualTo(ConversationState.SUSPENDED);
    }

    @Test
    void never_suspends_in_a_turn() {
        live("a");
        host.send("a");
        host.settle();

        assertThat(after(FakeHost.IDLE, FakeHost.IDLE)).isEqualTo(ConversationState.LIVE);
    }

    @Test
    void never_suspends_while_a_question_waits() {
        live("a").question(true);

        assertThat(after(FakeHost.IDLE, FakeHost.IDLE)).isEqualTo(ConversationState.LIVE);
    }

    @Test
    void never_suspends_while_a_task_runs_in_the_background() {
        FakeProcess process = live("a");
        process.background(true);

        assertThat(after(FakeHost.IDLE, FakeHost.IDLE)).isEqualTo(ConversationState.LIVE);
        process.background(false);
        assertThat(after(JUST_BEFORE)).isEqualTo(ConversationState.LIVE);
        assertThat(after(JUST_AFTER)).isEqualTo(ConversationState.SUSPENDED);
    }

    @Test
    void lets_a_process_speak_of_a_finished_task_before_it_makes_room() {
        FakeProcess process = live("a");
        process.background(true);
        live("b").question(true);
        host.send("c");
        host.settle();
        process.background(false);
        host.settle();
        assertThat(host.state("a")).isEqualTo(ConversationState.LIVE);

        after(Duration.ofSeconds(4));
        assertThat(host.state("a")).isEqualTo(ConversationState.SUSPENDED);
        assertThat(host.state("c")).isEqualTo(ConversationState.LIVE);
    }

    @Test
    void can_have_its_idle_time_changed_while_it_lives() {
        live("a");
        host.keeper("a").idleTimeout(Duration.ofMinutes(1));

        assertThat(after(Duration.ofMinutes(1))).isEqualTo(ConversationState.SUSPENDED);
    }

    @Test
    void begins_a_session_without_history_and_resumes_one_that_has_had_a_turn() {
        answered("a");
        after(FakeHost.IDLE);
        host.clock.advance(Duration.ofMinutes(5));
        live("a");

        assertThat(host.events)
                .filteredOn(SupervisorEvent.Starting.class::isInstance)
                .containsExactly(
                        new SupervisorEvent.Starting("a", false, null),
                        new SupervisorEvent.Starting("a", true, Duration.ofMinutes(5)));
    }

    @Test
    void tells_that_the_history_has_begun_and_that_clear_changed_the_id() {
        FakeProcess process = answered("a");
        var first = process.sessionId();
        process.clear();
        host.settle();

        assertThat(host.events)
                .filteredOn(SupervisorEvent.IdentityChanged.class::isInstance)
                .containsExactly(
                        new SupervisorEvent.IdentityChanged("a", first, true, null),
                        new SupervisorEvent.IdentityChanged("a", process.sessionId(), false, first));
    }

    @Test
    void starts_again_after_a_crash_and_gives_up_after_three_tries() {
        live("a");
        for (int attempt = 1; attempt <= 3; attempt++) {
            host.last("a").crash();
            host.settle();
            assertThat(host.state("a")).isEqualTo(ConversationState.BACKING_OFF);
            after(FakeHost.PAUSE.multipliedBy(4));
            assertThat(host.state("a")).isEqualTo(ConversationState.LIVE);
        }
        host.last("a").crash();
        host.settle();

        assertThat(host.state("a")).isEqualTo(ConversationState.SUSPENDED);
        assertThat(host.events)
                .filteredOn(SupervisorEvent.Crashed.class::isInstance)
                .extracting(event -> ((SupervisorEvent.Crashed) event).attempt())
                .containsExactly(1, 2, 3, 0);
        assertThat(host.events).last().isInstanceOf(SupervisorEvent.GaveUp.class);
    }

    @Test
    void a_turn_that_succeeds_starts_the_count_of_crashes_afresh() {
        for (int i = 0; i < 6; i++) {
            answered("a").crash();
            host.settle();
            after(FakeHost.PAUSE.multipliedBy(4));
        }

        assertThat(host.state("a")).isEqualTo(ConversationState.LIVE);
    }

    @Test
    void a_process_that_the_host_ends_has_not_crashed() {
        live("a");
        CompletableFuture<?> ended = host.keeper("a").suspend(SuspendReason.REQUESTED);
        host.settle();

        assertThat(ended).isCompleted();
        assertThat(host.state("a")).isEqualTo(ConversationState.SUSPENDED);
        assertThat(host.events).noneMatch(SupervisorEvent.Crashed.class::isInstance);
    }

    @Test
    void a_process_that_ends_by_our_signal_has_not_crashed_whatever_its_exit_code() {
        FakeProcess process = live("a");
        process.endsSlowly();
        CompletableFuture<?> ended = host.keeper("a").suspend(SuspendReason.REQUESTED);
        host.settle();
        process.crash();
        host.settle();

        assertThat(ended).isCompleted();
        assertThat(host.state("a")).isEqualTo(ConversationState.SUSPENDED);
        assertThat(host.events).last().isEqualTo(new SupervisorEvent.Suspended("a", SuspendReason.REQUESTED));
    }

    @Test
    void a_process_that_is_ended_because_it_is_stuck_is_not_started_again_when_the_host_wants_its_end() {
        FakeProcess process = live("a");
        process.endsSlowly();
        process.stuck();
        host.settle();
        assertThat(host.state("a")).isEqualTo(ConversationState.STOPPING);

        CompletableFuture<?> ended = host.keeper("a").close();
        process.endNow();
        host.settle();

        assertThat(ended).isCompleted();
        assertThat(after(FakeHost.PAUSE)).isEqualTo(ConversationState.SUSPENDED);
        assertThat(host.alive()).isZero();
    }

    @Test
    void a_process_that_closes_its_output_has_crashed() {
        FakeProcess process = live("a");
        Turn in = host.send("a");
        host.settle();
        process.hangUp();
        host.settle();

        assertThat(in.result()).isCompletedExceptionally();
        assertThat(host.state("a")).isEqualTo(ConversationState.BACKING_OFF);
        assertThat(host.events).last().isInstanceOf(SupervisorEvent.Crashed.class);
    }

    @Test
    void an_unexpected_failure_at_the_start_gives_the_place_back_and_is_told() {
        host.brokenStarts = 4;
        Turn turn = host.send("a");
        host.settle();
        for (int i = 0; i < 3; i++) {
            after(FakeHost.PAUSE.multipliedBy(4));
        }

        assertThat(turn.result()).isCompletedExceptionally();
        assertThat(host.events).last().isInstanceOf(SupervisorEvent.GaveUp.class);
        assertThat(host.places.holders()).isEmpty();
    }

    @Test
    void a_crash_fails_the_prompt_that_was_in_it_and_keeps_those_that_waited() {
        FakeProcess process = live("a");
        Turn in = host.send("a");
        Turn behind = host.send("a");
        host.settle();
        process.crash();
        host.settle();
        after(FakeHost.PAUSE);

        assertThatThrownBy(in.result()::join)
                .cause()
                .isInstanceOfSatisfying(
                        ClaudeException.class,
                        failure -> assertThat(failure.error()).isInstanceOf(ClaudeError.ProcessDied.class));
        assertThat(host.last("a").prompts()).containsExactly(behind.promptId());
    }

    @Test
    void sends_a_prompt_again_that_the_crash_left_untouched() {
        FakeHost careful = new FakeHost(new SplittableRandom(1), 2, (spec, session, prompt) -> true);
        careful.add("a");
        Turn turn = careful.send("a");
        careful.settle();
        careful.last("a").crash();
        careful.settle();
        careful.advance(FakeHost.PAUSE);
        careful.settle();
        careful.last("a").answer();
        careful.settle();

        assertThat(turn.result()).isCompleted();
        assertThat(careful.reached("a")).containsExactly(turn.promptId(), turn.promptId());
    }

    @Test
    void does_not_try_again_what_cannot_work() {
        host.startFailures.add(new ClaudeError.CommandNotFound("claude"));
        Turn turn = host.send("a");
        host.settle();

        assertThat(turn.result()).isCompletedExceptionally();
        assertThat(host.events)
                .last()
                .isEqualTo(new SupervisorEvent.GaveUp("a", new ClaudeError.CommandNotFound("claude")));
        host.send("a");
        host.settle();
        assertThat(host.state("a")).isEqualTo(ConversationState.LIVE);
    }

    @Test
    void makes_room_by_suspending_who_has_been_idle_longest() {
        live("a");
        host.clock.advance(JUST_AFTER);
        live("b");
        live("c");

        assertThat(host.state("a")).isEqualTo(ConversationState.SUSPENDED);
        assertThat(host.state("b")).isEqualTo(ConversationState.LIVE);
        assertThat(host.events).contains(new SupervisorEvent.Suspended("a", SuspendReason.ROOM));
    }

    @Test
    void asks_the_next_one_for_room_when_the_one_that_was_asked_has_something_to_do() {
        live("a");
        host.clock.advance(JUST_AFTER);
        live("b");
        CompletableFuture<?> started = host.keeper("c").start();
        // The request to leave is on its way when this comes.
        host.send("a");
        host.settle();

        assertThat(started).isCompleted();
        assertThat(host.state("a")).isEqualTo(ConversationState.LIVE);
        assertThat(host.state("b")).isEqualTo(ConversationState.SUSPENDED);
    }

    @Test
    void waits_for_room_while_everybody_works() {
        live("a");
        live("b");
        host.send("a");
        host.send("b");
        Turn turn = host.send("c");
        host.settle();

        assertThat(host.state("c")).isEqualTo(ConversationState.WAITING_FOR_ROOM);
        assertThat(host.events).contains(new SupervisorEvent.WaitingForRoom("c"));
        host.last("b").answer();
        host.settle();
        host.last("c").answer();
        host.settle();
        assertThat(turn.result()).isCompleted();
    }

    @Test
    void takes_back_only_the_prompts_that_wait() {
        live("a");
        Turn in = host.send("a");
        Turn behind = host.send("a");
        host.settle();

        assertThat(host.keeper("a").cancelWaiting()).containsExactly(behind.promptId());
        host.settle();
        assertThat(behind.result()).isCancelled();
        assertThat(in.result()).isNotDone();
    }

    @Test
    void takes_nothing_more_once_it_is_closed() {
        CompletableFuture<?> closed = host.keeper("a").close();
        Turn turn = host.send("a");
        host.settle();

        assertThat(closed).isCompleted();
        assertThat(turn.result()).isCompletedExceptionally();
        assertThat(host.keeper("a").start()).isCompletedExceptionally();
        assertThat(host.alive()).isZero();
        assertThat(host.events).noneMatch(SupervisorEvent.Starting.class::isInstance);
    }
}
