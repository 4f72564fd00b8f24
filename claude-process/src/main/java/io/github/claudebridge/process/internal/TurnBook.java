package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.event.MessageLifecycle;
import io.github.claudebridge.process.event.ResultMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which prompts wait, which are with the CLI, and which of these a report of the CLI is about. Not thread-safe.
 *
 * <p>A report is about the prompts that it lists and about those that the CLI has started since the last report: prompts are merged
 * into one turn, or shown to the model in the middle of one, and the list in the report is cut at 64. Where the CLI does not tell what
 * it starts, reports come in the order of the prompts.
 */
final class TurnBook {

    private final Deque<OpenTurn> waiting = new ArrayDeque<>();
    private final Map<String, OpenTurn> sent = new LinkedHashMap<>();
    private boolean tellsStarts;

    void add(OpenTurn turn) {
        waiting.add(turn);
    }

    /** The turn of a prompt that waits or is with the CLI; null where there is none. */
    @Nullable OpenTurn find(UUID promptId) {
        OpenTurn known = sent.get(promptId.toString());
        return known != null
                ? known
                : waiting.stream()
                        .filter(turn -> turn.promptId().equals(promptId))
                        .findFirst()
                        .orElse(null);
    }

    /** The next prompt to send, when none is with the CLI; null otherwise. */
    @Nullable OpenTurn next() {
        if (!sent.isEmpty() || waiting.isEmpty()) {
            return null;
        }
        OpenTurn turn = waiting.remove();
        markSent(turn);
        return turn;
    }

    /** A prompt goes to the CLI, whatever else is there. */
    void markSent(OpenTurn turn) {
        sent.put(turn.promptId().toString(), turn);
    }

    void withdraw(OpenTurn turn) {
        sent.remove(turn.promptId().toString());
        waiting.remove(turn);
    }

    /** The prompt that ended without a report, if this was its end. */
    @Nullable OpenTurn lifecycle(MessageLifecycle event) {
        tellsStarts = true;
        OpenTurn turn = sent.get(event.messageId());
        if (turn == null) {
            return null;
        }
        switch (event.state()) {
            case STARTED -> turn.markStarted();
            case COMPLETED, CANCELLED -> {
                if (!turn.isStarted()) {
                    return sent.remove(event.messageId());
                }
            }
            default -> {}
        }
        return null;
    }

    /** The prompts that a report is about; none when nobody asked for the turn. */
    List<OpenTurn> reported(ResultMessage report) {
        List<OpenTurn> turns = sent.values().stream()
                .filter(turn -> turn.isStarted()
                        || report.messageIds().contains(turn.promptId().toString()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (turns.isEmpty() && !tellsStarts && report.origin() == null) {
            sent.values().stream().findFirst().ifPresent(turns::add);
        }
        turns.forEach(turn -> sent.remove(turn.promptId().toString()));
        return turns;
    }

    /** Takes out what waits here. */
    List<OpenTurn> dropWaiting() {
        List<OpenTurn> dropped = List.copyOf(waiting);
        waiting.clear();
        return dropped;
    }

    /** Takes out what is with the CLI. */
    List<OpenTurn> dropSent() {
        List<OpenTurn> dropped = List.copyOf(sent.values());
        sent.clear();
        return dropped;
    }

    /** Takes out those of these prompts that are with the CLI. */
    List<OpenTurn> dropSent(Collection<UUID> prompts) {
        return prompts.stream()
                .map(prompt -> sent.remove(prompt.toString()))
                .filter(Objects::nonNull)
                .toList();
    }

    List<UUID> waiting() {
        return waiting.stream().map(OpenTurn::promptId).toList();
    }

    boolean isEmpty() {
        return sent.isEmpty() && waiting.isEmpty();
    }

    boolean isInFlight() {
        return !sent.isEmpty();
    }
}
