package io.github.claudebridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.EventsSkipped;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.support.CliLines;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.Heap;
import io.github.claudebridge.process.support.ScriptedCli;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** A listener that does not return while the CLI floods costs neither the stream nor the heap. */
@Isolated("It measures the heap.")
class StuckListenerTest {

    private static final UUID SESSION = new UUID(7, 8);
    private static final int MB = 1 << 20;

    private final ScriptedCli cli = new ScriptedCli();
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final List<ClaudeEvent> heard = new CopyOnWriteArrayList<>();

    private final ClaudeListener listener = new ClaudeListener() {
        @Override
        public void onEvent(ClaudeEvent event) {
            stuck.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!(event instanceof Output output && output.partial())) {
                heard.add(event);
            }
        }

        @Override
        public void onComplete(TurnResult turn) {
            caughtUp.countDown();
        }
    };

    /** How many bytes more the heap holds while so many lines wait for the listener; then it is released, and the turn ends. */
    private long grownBy(String line, int count, String... lastLines) throws Exception {
        cli.answer("list_models", request -> "{\"models\":[]}");
        try (ClaudeProcess claude = Conversations.with(cli, listener).start()) {
            Turn turn = claude.send("go");
            cli.say(CliLines.text("the first block"));
            stuck.await();
            long before = Heap.retained();
            flood(claude, line, count);
            long grown = Heap.retained() - before;
            List.of(lastLines).forEach(cli::say);
            cli.say(CliLines.result(SESSION, "end").text());
            release.countDown();
            turn.result().get(120, TimeUnit.SECONDS);
            caughtUp.await();
            return grown;
        }
    }

    private void flood(ClaudeProcess claude, String line, int count) throws Exception {
        int together = 1000;
        String lines = (line + "\n").repeat(together);
        for (int i = 0; i < count / together; i++) {
            cli.connection().say(lines);
            if (i % 10 == 0) {
                claude.models().get(120, TimeUnit.SECONDS);
            }
        }
        claude.models().get(120, TimeUnit.SECONDS);
    }

    @Test
    @Timeout(300)
    void a_million_pieces_leave_the_heap_as_it_was_and_the_whole_texts_come() throws Exception {
        long grown = grownBy(CliLines.delta("a few words ".repeat(4)), 1_000_000, CliLines.text("the second block"));

        assertThat(grown).as("bytes that wait for the listener").isLessThan(12 * MB);
        assertThat(heard)
                .filteredOn(Output.class::isInstance)
                .extracting(event -> ((Output) event).text())
                .containsExactly("the first block", "the second block");
        assertThat(heard.get(1)).isInstanceOfSatisfying(EventsSkipped.class, skipped -> {
            assertThat(skipped.pieces()).isBetween(900_000L, 999_999L);
            assertThat(skipped.events()).isZero();
        });
    }

    @Test
    @Timeout(300)
    void whole_events_that_come_without_end_are_left_out_at_last_but_the_end_of_the_turn_is_told() throws Exception {
        long grown = grownBy(CliLines.text("a whole block ".repeat(500)), 20_000);

        assertThat(grown).as("bytes that wait for the listener").isLessThan(100 * MB);
        assertThat(heard)
                .filteredOn(EventsSkipped.class::isInstance)
                .singleElement()
                .satisfies(skipped ->
                        assertThat(((EventsSkipped) skipped).events()).isGreaterThan(10_000));
    }
}
