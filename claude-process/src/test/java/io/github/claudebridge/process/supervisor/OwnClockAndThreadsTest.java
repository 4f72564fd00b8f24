package io.github.claudebridge.process.supervisor;

import static io.github.claudebridge.process.supervisor.FakeConversations.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.supervisor.internal.ManualClock;
import io.github.claudebridge.process.testing.FakeClaude;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host may bring its own clock and its own threads. */
class OwnClockAndThreadsTest {

    private static final Duration IDLE = Duration.ofMinutes(10);

    private final ManualClock clock = new ManualClock();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private FakeConversations host;
    private Supervisor supervisor;

    @BeforeEach
    void open(@TempDir Path folder) {
        host = new FakeConversations(folder).idleTimeout(IDLE);
        supervisor = Supervisor.of(key -> host.describe(key)
                        .withTransport(FakeClaude.setup().inMemory())
                        .with(builder -> builder.command(List.of("claude"))))
                .listener(host)
                .clock(clock)
                .threads(task -> {
                    Thread thread = new Thread(task);
                    threads.add(thread);
                    return thread;
                })
                .build();
    }

    @AfterEach
    void close() {
        supervisor.close();
    }

    @Test
    void what_is_due_is_told_by_the_clock_of_the_host() {
        ask(supervisor, "a", "say hello");
        clock.advance(IDLE.minusSeconds(1));
        supervisor.checkNow();
        assertThat(supervisor.live("a")).isPresent();

        clock.advance(IDLE);
        supervisor.checkNow();
        assertThat(host.events.await(SupervisorEvent.Suspended.class, 1))
                .isEqualTo(new SupervisorEvent.Suspended("a", SuspendReason.IDLE));
    }

    @Test
    void threads_come_from_the_factory_of_the_host() {
        ask(supervisor, "a", "say hello");

        assertThat(threads).extracting(Thread::getName).contains("claude-supervisor", "claude-supervisor-timer");
    }
}
