package io.github.claudebridge.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.MessageLifecycle;
import io.github.claudebridge.process.event.MessageLifecycle.State;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.SessionInit;
import io.github.claudebridge.process.event.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Plays a CLI that merges, folds, cancels and interrupts as it likes; whatever it does, each prompt ends exactly once. */
class ConversationTest {

    private static final UUID SESSION = new UUID(3, 3);

    private final Deque<String> inCli = new ArrayDeque<>();
    private final Map<UUID, AtomicInteger> ends = new ConcurrentHashMap<>();
    private final Conversation conversation = new Conversation(
            new Announcer(new ClaudeListener() {
                @Override
                public void onComplete(TurnResult turn) {
                    turn.promptIds().forEach(id -> count(id));
                }
            }),
            (turn, intoTurn) -> inCli.add(turn.promptId().toString()),
            new Identity(SESSION, false),
            new CostMeter(false),
            Duration.ofMinutes(10));

    private void count(UUID id) {
        ends.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
    }

    private void accept(ClaudeEvent event) {
        conversation.accept(event, 100);
    }

    private void lifecycle(String id, State state) {
        accept(new MessageLifecycle(id, state));
    }

    private void init() {
        accept(new SessionInit(
                SESSION.toString(),
                "m",
                "default",
                "/",
                "2",
                List.of(),
                List.of(),
                Set.of("msg_lifecycle_v1"),
                List.of()));
    }

    private void report(@Nullable String origin, List<String> ids) {
        accept(new ResultMessage(
                SESSION.toString(),
                "success",
                false,
                "completed",
                "t",
                List.of(),
                OptionalInt.empty(),
                Usage.NONE,
                Duration.ZERO,
                1,
                0,
                OptionalDouble.empty(),
                origin,
                ids.subList(0, Math.min(2, ids.size())),
                null,
                null,
                List.of()));
    }

    private void runTurn(SplittableRandom random) {
        List<String> about = new ArrayList<>();
        for (int merged = 1 + random.nextInt(4); merged > 0 && !inCli.isEmpty(); merged--) {
            about.add(inCli.remove());
            lifecycle(about.get(about.size() - 1), State.STARTED);
        }
        init();
        if (random.nextBoolean()) {
            conversation.steer(Prompt.of("steered"));
        }
        if (random.nextBoolean() && !inCli.isEmpty()) {
            String folded = inCli.removeLast();
            about.add(folded);
            lifecycle(folded, State.STARTED);
            lifecycle(folded, State.COMPLETED);
        }
        report(null, about);
        about.forEach(id -> lifecycle(id, random.nextBoolean() ? State.COMPLETED : State.CANCELLED));
    }

    @Test
    void every_prompt_ends_exactly_once() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        conversation.ready();
        List<Turn> turns = new ArrayList<>();
        for (int step = 0; step < 3000; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> turns.add(conversation.send(Prompt.of("p" + step)));
                case 2 -> turns.add(conversation.steer(Prompt.of("s" + step)));
                case 3 -> report("task-notification", List.of());
                case 4 -> {
                    if (!inCli.isEmpty()) {
                        lifecycle(inCli.removeLast(), State.CANCELLED);
                    }
                }
                default -> runTurn(random);
            }
        }
        while (!inCli.isEmpty()) {
            runTurn(random);
        }
        await().untilAsserted(() -> assertThat(turns)
                .as("seed %d", seed)
                .allMatch(turn -> turn.result().isDone()));
        assertThat(ends.values()).as("seed %d", seed).allMatch(count -> count.get() == 1);
        assertThat(ends.keySet())
                .as("seed %d", seed)
                .containsAll(turns.stream().map(Turn::promptId).toList());
        assertThat(conversation.status()).isEqualTo(Status.IDLE);
    }

    @Test
    void a_prompt_that_failed_can_be_sent_again() {
        conversation.ready();
        Prompt prompt = Prompt.of("again");
        Turn first = conversation.send(prompt);
        assertThat(conversation.cliGone(List.of(prompt.id()), new ClaudeError.Closed()))
                .isTrue();
        await().until(first.result()::isCompletedExceptionally);
        Turn second = conversation.send(prompt);
        report(null, List.of(prompt.id().toString()));
        await().until(second.result()::isDone);
        assertThat(second.result()).isCompletedWithValueMatching(result -> result.outcome() == Outcome.COMPLETED);
        assertThat(conversation.cliGone(List.of(prompt.id()), new ClaudeError.Closed()))
                .isFalse();
    }
}
