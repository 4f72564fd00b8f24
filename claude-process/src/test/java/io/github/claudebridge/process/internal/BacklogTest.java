package io.github.claudebridge.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.event.EventsSkipped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BacklogTest {

    private static final int COST = 1000;

    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final List<Object> heard = new ArrayList<>();
    private final Backlog backlog = new Backlog(queue::add, 3 * COST, 6 * COST, heard::add);

    private void piece(String name) {
        backlog.piece(COST - 256, () -> heard.add(name));
    }

    private void event(String name) {
        backlog.event(COST - 256, () -> heard.add(name));
    }

    private void state(String name) {
        backlog.state(() -> heard.add(name));
    }

    private void vital(String name) {
        backlog.vital(() -> heard.add(name));
    }

    private void listen() {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    @Test
    void leaves_out_pieces_first_and_tells_how_many_where_they_are_missing() {
        List.of("p1", "p2", "p3", "p4", "p5").forEach(this::piece);
        event("whole");
        piece("p6");
        event("end");
        listen();
        assertThat(heard)
                .containsExactly("p1", "p2", "p3", new EventsSkipped(2, 0), "whole", new EventsSkipped(1, 0), "end");
    }

    @Test
    void leaves_out_events_when_the_listener_is_stuck_but_never_what_is_vital() {
        List.of("e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8").forEach(this::event);
        piece("p");
        vital("error");
        vital("end of the turn");
        event("e9");
        listen();
        assertThat(heard)
                .containsExactly(
                        "e1",
                        "e2",
                        "e3",
                        "e4",
                        "e5",
                        "e6",
                        new EventsSkipped(1, 2),
                        "error",
                        "end of the turn",
                        new EventsSkipped(0, 1));
    }

    @Test
    void makes_up_for_the_last_state_that_was_left_out() {
        List.of("e1", "e2", "e3", "e4", "e5", "e6").forEach(this::event);
        List.of("busy", "idle", "closed").forEach(this::state);
        listen();
        assertThat(heard).endsWith("e6", "closed");
    }

    @Test
    void takes_everything_again_once_the_listener_has_caught_up() {
        List.of("p1", "p2", "p3", "lost").forEach(this::piece);
        listen();
        heard.clear();
        piece("p5");
        state("idle");
        listen();
        assertThat(heard).containsExactly("p5", "idle");
    }

    @Test
    void counts_a_call_that_throws_as_made() {
        for (int i = 0; i < 10; i++) {
            backlog.piece(COST, () -> {
                throw new IllegalStateException("mine");
            });
            assertThat(queue).as("waiting calls in round %d", i).hasSize(1);
            try {
                queue.remove().run();
            } catch (IllegalStateException expected) {
                heard.add("thrown");
            }
        }
        assertThat(heard).hasSize(10).containsOnly("thrown");
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tells_everything_in_order_or_counts_it(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int pieces = 0;
        int events = 0;
        for (int i = 0; i < 500; i++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    pieces++;
                    piece("p%04d".formatted(i));
                }
                case 1 -> {
                    events++;
                    event("e%04d".formatted(i));
                }
                case 2 -> vital("v%04d".formatted(i));
                default -> {
                    if (!queue.isEmpty() && random.nextBoolean()) {
                        queue.remove().run();
                    }
                }
            }
        }
        listen();
        List<String> numbers = names("").stream().map(name -> name.substring(1)).toList();
        assertThat(numbers).as("order with seed %d", seed).isSorted();
        assertThat(names("p").size()
                        + skipped().mapToLong(EventsSkipped::pieces).sum())
                .as("pieces with seed %d", seed)
                .isEqualTo(pieces);
        assertThat(names("e").size()
                        + skipped().mapToLong(EventsSkipped::events).sum())
                .as("events with seed %d", seed)
                .isEqualTo(events);
    }

    private List<String> names(String kind) {
        return heard.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> name.startsWith(kind))
                .toList();
    }

    private Stream<EventsSkipped> skipped() {
        return heard.stream().filter(EventsSkipped.class::isInstance).map(EventsSkipped.class::cast);
    }
}
