package io.github.claudebridge.process.supervisor;

import static io.github.claudebridge.process.supervisor.FakeConversations.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.support.Processes;
import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.PipeTransport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limit on memory with real processes, one of them of a size that is known. */
class MemoryLimitProcessTest {

    private static final long MIB = 1 << 20;

    /** What one process counts with at least. */
    private static final long EACH = 250 * MIB;

    /** Fills a block of memory, and keeps it for want of a reader. */
    private static final String LARGE_TOOL = "tool Bash dd if=/dev/zero bs=600M count=1 | sleep 600";

    private final List<Long> started = new ArrayList<>();
    private long most;
    private FakeConversations host;

    @BeforeEach
    void open(@TempDir Path folder) {
        host = new FakeConversations(folder);
    }

    private Supervisor supervisor(long maxMemory) {
        return Supervisor.of(key -> host.describe(key)
                        .withTransport(this::start)
                        .with(builder -> builder.permissions(request -> Permission.allow())))
                .listener(host)
                .maxMemory(maxMemory)
                .build();
    }

    /** Counts at each start how many live. */
    private synchronized Connection start(Launch launch) {
        Connection connection = new PipeTransport().start(launch);
        started.add(connection.pid());
        most = Math.max(most, started.stream().filter(Processes::isAlive).count());
        return connection;
    }

    @Test
    void many_that_are_wanted_at_once_live_as_the_memory_allows_and_all_are_served() {
        try (Supervisor supervisor = supervisor(3 * EACH)) {
            List<Turn> turns = IntStream.range(0, 12)
                    .mapToObj(i -> supervisor.send("key" + i, Prompt.of("say " + i)))
                    .toList();
            for (int i = 0; i < turns.size(); i++) {
                assertThat(resultOf(turns.get(i)).text()).isEqualTo(Integer.toString(i));
            }
            assertThat(most).isBetween(2L, 3L);
            assertThat(host.events.of(SupervisorEvent.MemoryExceeded.class)).isEmpty();
        }
    }

    @Test
    void what_a_tool_uses_counts_and_those_that_have_been_idle_longest_go_first() {
        try (Supervisor supervisor = supervisor(3 * EACH - 150 * MIB)) {
            FakeConversations.ask(supervisor, "idle", "say hello");
            supervisor.send("large", Prompt.of(LARGE_TOOL));

            assertThat(host.events.await(SupervisorEvent.Suspended.class, 1))
                    .isEqualTo(new SupervisorEvent.Suspended("idle", SuspendReason.ROOM));
            SupervisorEvent.MemoryExceeded exceeded = host.events.await(SupervisorEvent.MemoryExceeded.class, 1);
            assertThat(exceeded.key()).isEqualTo("large");
            assertThat(exceeded.usedBytes()).isBetween(600 * MIB, 900 * MIB);
        }
    }
}
