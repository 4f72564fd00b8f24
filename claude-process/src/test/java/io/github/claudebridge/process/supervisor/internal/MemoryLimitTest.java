package io.github.claudebridge.process.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.supervisor.ConversationState;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryLimitTest {

    private static final long LIMIT = 1000;
    private static final long EACH = 200;

    @Test
    void fifty_that_start_at_once_take_no_more_room_than_there_is_for_five() {
        MemoryLimit memory = new MemoryLimit(LIMIT, EACH, pid -> 0);
        FakeHost host = new FakeHost(new SplittableRandom(1), Integer.MAX_VALUE, memory, LostPrompts.UNKNOWN);
        List<String> keys = IntStream.range(0, 50).mapToObj(i -> "key" + i).toList();
        keys.forEach(host::add);
        keys.forEach(host::send);
        while (!keys.stream().allMatch(key -> host.sentTo(key).get(0).result().isDone())) {
            host.settle();
            assertThat(host.alive()).isBetween(1L, 5L);
            keys.stream().filter(key -> host.process(key) != null).forEach(key -> {
                if (host.last(key).hasTurn()) {
                    host.last(key).answer();
                }
            });
        }
        assertThat(host.alive()).isLessThanOrEqualTo(5);
    }

    @Test
    void one_may_always_live_however_large_it_is() {
        MemoryLimit memory = new MemoryLimit(LIMIT, 2 * LIMIT, pid -> 0);
        FakeHost host = new FakeHost(new SplittableRandom(1), Integer.MAX_VALUE, memory, LostPrompts.UNKNOWN);
        host.add("a");
        host.send("a");
        host.settle();

        assertThat(host.state("a")).isEqualTo(ConversationState.LIVE);
    }

    @Test
    void tells_how_much_a_process_uses_with_its_children() {
        assertThat(TreeMemory.of(ProcessHandle.current().pid())).isGreaterThan(10L << 20);
        assertThat(TreeMemory.of(Long.MAX_VALUE)).isZero();
    }
}
