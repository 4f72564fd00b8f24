package io.github.claudebridge.process.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.framing.LineSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a conversation may cost while it lives. {@link FootprintBenchmark} prints the same with the full numbers. */
@Isolated("It measures the heap and counts threads.")
class FootprintTest {

    private static final long MB = 1 << 20;

    /** Threads that all processes share: for callbacks, and for timers. */
    private static final int SHARED = 12;

    @Test
    void the_heap_stays_as_it_is_however_many_messages_come() {
        try (ManyMessages conversation = new ManyMessages()) {
            assertThat(conversation.heapGrowth(100, 1_000)).isLessThan(MB);
        }
    }

    @Test
    void the_longest_line_arrives_whole_and_its_memory_is_given_back() {
        HugeLine.Result result = new HugeLine().send();
        assertThat(result.characters()).isBetween(LineSplitter.DEFAULT_MAX_BYTES - 1_000L, 64 * MB);
        assertThat(result.heapGrowth()).isLessThan(2 * MB);
    }

    @Test
    void a_process_needs_three_threads() {
        assertThat(ThreadCount.threadsFor(100, ThreadCount::subprocess)).isLessThanOrEqualTo(3 * 100 + SHARED);
    }

    @Test
    void a_conversation_in_memory_needs_three_threads() {
        assertThat(ThreadCount.threadsFor(200, ThreadCount::inMemory)).isLessThanOrEqualTo(3 * 200 + SHARED);
    }
}
