package io.github.claudebridge.process.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.supervisor.ConversationState;
import io.github.claudebridge.process.supervisor.SuspendReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any order of things that hosts, processes, clocks and threads may do leaves every conversation as it should be. */
class KeeperPropertyTest {

    private static final List<String> KEYS = List.of("a", "b", "c", "d");
    private static final int LIMIT = 2;
    private static final int STEPS = 400;

    static LongStream seeds() {
        long base = Long.getLong("claudebridge.seed", System.nanoTime());
        return LongStream.range(base, base + Integer.getInteger("claudebridge.seeds", 150));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void conversations_live_as_the_model_says(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<UUID> untouched = new ArrayList<>();
        FakeHost host = new FakeHost(random.split(), LIMIT, (spec, session, prompt) -> {
            boolean again = (prompt.getLeastSignificantBits() & 1) == 0;
            if (again) {
                untouched.add(prompt);
            }
            return again;
        });
        KEYS.forEach(host::add);
        RestModel model = new RestModel(host, KEYS, LIMIT);

        for (int i = 0; i < STEPS; i++) {
            Map<String, ConversationState> before = states(host);
            String key = KEYS.get(random.nextInt(KEYS.size()));
            boolean endedByHost = act(random, host, key);
            model.acted(key);
            check(host, before, endedByHost, seed + ", step " + i);
            if (random.nextInt(10) == 0) {
                model.check("seed " + seed + ", step " + i);
            }
        }
        finish(host);
        checkEnd(host, untouched, "seed " + seed);
    }

    /** Does something; true when it is the host's wish that a process ends. */
    private static boolean act(SplittableRandom random, FakeHost host, String key) {
        FakeProcess process = host.process(key);
        switch (random.nextInt(14)) {
            case 0, 1 -> host.send(key);
            case 2 -> host.advance(Duration.ofMinutes(random.nextInt(15)));
            case 3 -> host.advance(Duration.ofHours(1));
            case 4 -> {
                if (random.nextInt(4) == 0) {
                    CompletableFuture<ConversationState> unused =
                            host.keeper(key).suspend(SuspendReason.REQUESTED);
                    return true;
                }
            }
            case 5 -> host.keeper(key).start().exceptionally(failure -> null);
            case 6 -> {
                if (random.nextInt(8) == 0) {
                    host.startFailures.add(
                            random.nextBoolean()
                                    ? new ClaudeError.ProcessDied(1, List.of())
                                    : new ClaudeError.CommandNotFound("claude"));
                }
            }
            case 7 -> actIn(process, random);
            case 8, 9 -> {
                if (process != null && process.hasTurn()) {
                    process.answer();
                }
            }
            default -> host.pool.runOne();
        }
        return false;
    }

    private static void actIn(@Nullable FakeProcess process, SplittableRandom random) {
        if (process == null) {
            return;
        }
        switch (random.nextInt(10)) {
            case 0, 1 -> process.background(random.nextBoolean());
            case 2, 3 -> process.question(random.nextBoolean());
            case 4 -> process.crash();
            case 5 -> process.hangUp();
            case 6 -> process.endsSlowly();
            case 7 -> process.stuck();
            case 8 -> {
                if (process.isClosing()) {
                    process.endNow();
                }
            }
            default -> {
                if (!process.hasTurn()) {
                    process.clear();
                }
            }
        }
    }

    private static Map<String, ConversationState> states(FakeHost host) {
        Map<String, ConversationState> states = new HashMap<>();
        KEYS.forEach(key -> states.put(key, host.state(key)));
        return states;
    }

    private static void check(FakeHost host, Map<String, ConversationState> before, boolean endedByHost, String where) {
        assertThat(host.alive()).as("live processes, seed %s", where).isLessThanOrEqualTo(LIMIT);
        for (String key : KEYS) {
            FakeProcess process = host.process(key);
            boolean stops = before.get(key) == ConversationState.LIVE && host.state(key) == ConversationState.STOPPING;
            if (stops && !endedByHost && process != null && !process.isStuck()) {
                assertThat(process.isBusy())
                        .as("%s is suspended while it works, seed %s", key, where)
                        .isFalse();
            }
        }
    }

    /** Lets everything come to its end: answers what is asked, and lets time pass. */
    private static void finish(FakeHost host) {
        host.startFailures.clear();
        for (int i = 0; i < 200; i++) {
            host.settle();
            for (String key : KEYS) {
                FakeProcess process = host.process(key);
                if (process != null) {
                    process.background(false);
                    process.question(false);
                    if (process.isClosing()) {
                        process.endNow();
                    }
                    if (process.hasTurn()) {
                        process.answer();
                    }
                }
            }
            host.settle();
            host.advance(FakeHost.PAUSE);
        }
    }

    private static void checkEnd(FakeHost host, List<UUID> untouched, String seed) {
        assertThat(host.alive()).as("live processes at the end, %s", seed).isZero();
        assertThat(host.places.holders()).as("places at the end, %s", seed).isEmpty();
        for (String key : KEYS) {
            assertThat(host.state(key)).as("%s at the end, %s", key, seed).isEqualTo(ConversationState.SUSPENDED);
            assertThat(host.sentTo(key))
                    .as("turns of %s, %s", key, seed)
                    .allMatch(turn -> turn.result().isDone());
            List<UUID> reached = host.reached(key);
            List<UUID> order = host.sentTo(key).stream().map(Turn::promptId).toList();
            assertThat(reached.stream().distinct().toList())
                    .as("the order in which prompts of %s reached it, %s", key, seed)
                    .isSubsetOf(order)
                    .isSortedAccordingTo((one, other) -> Integer.compare(order.indexOf(one), order.indexOf(other)));
            assertThat(reached)
                    .as("prompts of %s that were sent twice, %s", key, seed)
                    .filteredOn(prompt -> reached.indexOf(prompt) != reached.lastIndexOf(prompt))
                    .isSubsetOf(untouched);
        }
    }
}
