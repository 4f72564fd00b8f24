package io.github.claudebridge.telegram.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one chat, and when it may go. One file and one other thing may be on their way at a time: a slow file holds nothing
 * up, and nothing overtakes within its lane. Used on the loop only.
 */
final class ChatQueue {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final long chatId;
    private final ChatBudget budget;
    private final Map<Lane, Deque<Errand>> waiting = new EnumMap<>(Lane.class);
    private final Map<Lane, Duration> pauses = new EnumMap<>(Lane.class);
    private final Map<Lane, Instant> notBefore = new EnumMap<>(Lane.class);
    private final Set<Lane> busy = EnumSet.noneOf(Lane.class);
    private Instant frozenUntil = Instant.MIN;
    private boolean shut;
    private @Nullable Instant wake;

    ChatQueue(long chatId, ChatBudget budget) {
        this.chatId = chatId;
        this.budget = budget;
        for (Lane lane : Lane.values()) {
            waiting.put(lane, new ArrayDeque<>());
        }
    }

    /** Something that can be done, and when. */
    record Turn(Errand errand, Instant at) {}

    long chatId() {
        return chatId;
    }

    /** Puts an errand at the end of its lane; cosmetics that wait already stay where they are. */
    void add(Errand errand) {
        Deque<Errand> lane = waiting(errand.lane());
        if (errand.lane() != Lane.COSMETIC || !lane.contains(errand)) {
            lane.addLast(errand);
        }
    }

    /** Puts an errand back that was not done. */
    void addAgain(Errand errand) {
        Deque<Errand> lane = waiting(errand.lane());
        if (!lane.contains(errand)) {
            lane.addFirst(errand);
        }
    }

    /** What is next in the lane, if the lane can move. */
    Optional<Turn> next(Lane lane, Instant now) {
        boolean held = lane == Lane.FILES
                ? busy.contains(Lane.FILES)
                : busy.contains(Lane.URGENT) || busy.contains(Lane.COSMETIC);
        if (held || (lane != Lane.URGENT && !waiting(Lane.URGENT).isEmpty())) {
            return Optional.empty();
        }
        Optional<Errand> errand = lane == Lane.COSMETIC
                ? waiting(lane).stream().min(Comparator.comparing(Errand::due))
                : Optional.ofNullable(waiting(lane).peekFirst());
        return errand.map(first -> new Turn(first, when(first, now)));
    }

    private Instant when(Errand errand, Instant now) {
        Instant paid = now.plus(budget.waitFor(now, errand.lane(), errand.cost()));
        return List.of(paid, frozenUntil, notBefore.getOrDefault(errand.lane(), Instant.MIN), errand.due()).stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether nobody will look at this queue by then, unless the caller sees to it, which it must. */
    boolean wakeAt(Instant at) {
        if (wake != null && !at.isBefore(wake)) {
            return false;
        }
        wake = at;
        return true;
    }

    void woken(Instant at) {
        if (at.equals(wake)) {
            wake = null;
        }
    }

    /** Takes the errand out and pays for it. */
    void begin(Errand errand, Instant now) {
        waiting(errand.lane()).remove(errand);
        busy.add(errand.lane());
        budget.take(now, errand.cost());
    }

    /** Takes the errand out without doing it. */
    void drop(Errand errand) {
        waiting(errand.lane()).remove(errand);
    }

    void ended(Lane lane) {
        busy.remove(lane);
    }

    void succeeded(Lane lane) {
        pauses.remove(lane);
        notBefore.remove(lane);
    }

    /** Lets nothing pass for as long as Telegram wants. */
    void freeze(Instant until) {
        if (until.isAfter(frozenUntil)) {
            frozenUntil = until;
        }
    }

    boolean isFrozen(Instant now) {
        return now.isBefore(frozenUntil);
    }

    /** Makes the lane wait, longer after each failure. */
    Duration pause(Lane lane, Instant now) {
        Duration pause = pauses.getOrDefault(lane, FIRST_PAUSE);
        Duration longer = pause.multipliedBy(2);
        pauses.put(lane, longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE);
        notBefore.put(lane, now.plus(pause));
        return pause;
    }

    /** Notes whether the bot was shut out of the chat. */
    void shut(boolean isShut) {
        shut = isShut;
    }

    boolean isShut() {
        return shut;
    }

    /** Whether nothing is left that somebody waits for. */
    boolean isQuiet() {
        return !busy.contains(Lane.URGENT)
                && !busy.contains(Lane.FILES)
                && waiting(Lane.URGENT).isEmpty()
                && waiting(Lane.FILES).isEmpty();
    }

    /** Takes everything out that waits. */
    List<Errand> empty() {
        List<Errand> all = new ArrayList<>();
        waiting.values().forEach(lane -> {
            all.addAll(lane);
            lane.clear();
        });
        return all;
    }

    private Deque<Errand> waiting(Lane lane) {
        return waiting.computeIfAbsent(lane, empty -> new ArrayDeque<>());
    }
}
