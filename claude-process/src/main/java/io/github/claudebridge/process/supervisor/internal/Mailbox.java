package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The prompts of a conversation: those that wait, those that are with the process, and those that it took with it when it died. Not
 * thread-safe; completes futures on the pool.
 */
final class Mailbox {

    private final Executor pool;
    private final Deque<QueuedTurn> waiting = new ArrayDeque<>(2);
    private final Set<QueuedTurn> open = new LinkedHashSet<>(2);
    private boolean sorting;
    private List<QueuedTurn> lost = new ArrayList<>(0);

    Mailbox(Executor pool) {
        this.pool = pool;
    }

    QueuedTurn add(Prompt prompt) {
        QueuedTurn turn = new QueuedTurn(prompt);
        waiting.add(turn);
        return turn;
    }

    /** A prompt goes to the process besides those that it has. */
    QueuedTurn addOpen(Prompt prompt) {
        QueuedTurn turn = new QueuedTurn(prompt);
        open.add(turn);
        return turn;
    }

    /** The next prompt to hand over, which is with the process from now on; null while it has one, or none waits. */
    @Nullable QueuedTurn next() {
        QueuedTurn turn = open.isEmpty() && lost.isEmpty() && !sorting ? waiting.poll() : null;
        if (turn != null) {
            open.add(turn);
        }
        return turn;
    }

    /** The process is done with a prompt, one way or the other. */
    void ended(QueuedTurn turn, @Nullable TurnResult result, @Nullable Throwable failure) {
        open.remove(turn);
        if (result != null) {
            pool.execute(() -> turn.complete(result));
        } else if (Crashes.tookProcess(failure)) {
            lost.add(turn);
        } else {
            pool.execute(() -> turn.fail(failure));
        }
    }

    /**
     * Finds out on the pool which of the prompts that the process took with it can be sent again. Until {@link #sorted} nothing is handed
     * over.
     *
     * @param untouched whether nothing was done about a prompt
     * @param then takes those that can, and those that cannot
     */
    void sortLost(Predicate<UUID> untouched, BiConsumer<List<QueuedTurn>, List<QueuedTurn>> then) {
        List<QueuedTurn> sorted = takeLost();
        sorting = !sorted.isEmpty();
        if (sorting) {
            pool.execute(() -> {
                Map<Boolean, List<QueuedTurn>> parts =
                        sorted.stream().collect(Collectors.partitioningBy(turn -> untouched.test(turn.promptId())));
                then.accept(parts.get(true), parts.get(false));
            });
        }
    }

    /** Puts prompts before all others, and fails others. */
    void sorted(List<QueuedTurn> again, List<QueuedTurn> hopeless, ClaudeError error) {
        sorting = false;
        fail(hopeless, error);
        for (int i = again.size() - 1; i >= 0; i--) {
            waiting.addFirst(again.get(i));
        }
    }

    void failLost(ClaudeError error) {
        fail(takeLost(), error);
    }

    private List<QueuedTurn> takeLost() {
        List<QueuedTurn> taken = lost;
        lost = new ArrayList<>(0);
        return taken;
    }

    void failWaiting(ClaudeError error) {
        fail(takeWaiting(), error);
    }

    private void fail(List<QueuedTurn> turns, ClaudeError error) {
        if (!turns.isEmpty()) {
            pool.execute(() -> turns.forEach(turn -> turn.fail(error)));
        }
    }

    List<UUID> cancelWaiting() {
        List<QueuedTurn> taken = takeWaiting();
        pool.execute(() -> taken.forEach(QueuedTurn::cancel));
        return taken.stream().map(Turn::promptId).toList();
    }

    private List<QueuedTurn> takeWaiting() {
        List<QueuedTurn> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** Whether there is nothing to do. */
    boolean isIdle() {
        return !sorting && open.isEmpty() && lost.isEmpty() && waiting.isEmpty();
    }

    boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    boolean hasOpen() {
        return !open.isEmpty();
    }
}
