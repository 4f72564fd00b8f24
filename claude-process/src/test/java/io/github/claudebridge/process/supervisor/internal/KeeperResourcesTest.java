package io.github.claudebridge.process.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ConversationState;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.process.supervisor.SuspendReason;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lock of a session, and whatever else a process has, goes with it through its life. */
class KeeperResourcesTest {

    private final FakeHost host = new FakeHost(new SplittableRandom(1), 1, LostPrompts.UNKNOWN);
    private final FakeResources resources = new FakeResources();

    @BeforeEach
    void one_conversation() {
        host.add("a");
        host.resources = (key, spec) -> resources;
    }

    private FakeProcess answered() {
        host.send("a");
        host.settle();
        host.last("a").answer();
        host.settle();
        return host.last("a");
    }

    @Test
    void the_lock_follows_a_session_that_clear_gave_another_id() {
        FakeProcess process = answered();
        process.clear();
        host.settle();

        assertThat(resources.followed).containsExactly(process.sessionId());
    }

    @Test
    void a_lock_that_cannot_follow_neither_stops_the_conversation_nor_hides_its_id() {
        FakeProcess process = answered();
        UUID former = process.sessionId();
        resources.nextIsTaken = true;
        process.clear();
        host.settle();
        Turn after = host.send("a");
        host.settle();
        process.answer();
        host.settle();

        assertThat(after.result()).isCompleted();
        assertThat(host.events).contains(new SupervisorEvent.IdentityChanged("a", process.sessionId(), false, former));
    }

    @Test
    void everything_is_given_back_once_when_the_process_is_gone() {
        answered();
        CompletableFuture<?> gone = host.keeper("a").suspend(SuspendReason.REQUESTED);
        host.settle();

        assertThat(gone).isCompleted();
        assertThat(resources.closed).isEqualTo(1);
    }

    @Test
    void everything_is_given_back_after_a_crash_before_the_next_start() {
        answered().crash();
        host.settle();

        assertThat(host.state("a")).isEqualTo(ConversationState.BACKING_OFF);
        assertThat(resources.closed).isEqualTo(1);
    }

    @Test
    void a_session_that_another_process_has_is_told_and_takes_no_place() {
        ClaudeError.SessionBusy busy = new ClaudeError.SessionBusy(UUID.randomUUID(), 4711);
        host.resources = (key, spec) -> {
            throw new ClaudeException(busy);
        };
        Turn turn = host.send("a");
        host.settle();

        assertThat(turn.result()).isCompletedExceptionally();
        assertThat(host.events).last().isEqualTo(new SupervisorEvent.GaveUp("a", busy));
        assertThat(host.places.holders()).isEmpty();
    }
}
