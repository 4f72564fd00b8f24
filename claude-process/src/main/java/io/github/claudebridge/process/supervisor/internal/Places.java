package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.supervisor.SuspendReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Shares out the right to have a process. Whoever finds no room waits in line; for each that waits, the conversation that has been idle
 * longest is asked to give its process up. Thread-safe; calls keepers only from the pool, without its lock.
 */
final class Places {

    private final int limit;
    private final Memory memory;
    private final Executor pool;
    private final Deque<Keeper> line = new ArrayDeque<>();
    private final Set<Keeper> holders = new HashSet<>();
    private final Set<Keeper> leaving = new HashSet<>();
    private final Map<Keeper, Idleness> refused = new HashMap<>();

    /** Whether there is memory for one more process. */
    @FunctionalInterface
    interface Memory {
        boolean hasRoomBeside(Collection<Keeper> holders);
    }

    /**
     * @param limit how many processes may live at once, at least 1
     * @param memory whether there is memory for one more; the first is never refused
     */
    Places(int limit, Memory memory, Executor pool) {
        this.limit = limit;
        this.memory = memory;
        this.pool = pool;
    }

    /**
     * Asks for a place; {@link Keeper#admitted} is called when there is one.
     *
     * @return whether there is one at once
     */
    boolean request(Keeper keeper) {
        synchronized (this) {
            line.add(keeper);
        }
        review();
        return isHeldBy(keeper);
    }

    synchronized boolean isHeldBy(Keeper keeper) {
        return holders.contains(keeper);
    }

    /** Gives its place back, or no longer waits for one. */
    void leave(Keeper keeper) {
        synchronized (this) {
            line.remove(keeper);
            holders.remove(keeper);
            leaving.remove(keeper);
            refused.remove(keeper);
        }
        review();
    }

    /** Lets in who can be let in, and asks as many to leave as are still outside. To be called when something has changed. */
    void review() {
        synchronized (this) {
            while (!line.isEmpty() && hasRoom()) {
                Keeper admitted = line.remove();
                holders.add(admitted);
                pool.execute(admitted::admitted);
            }
            longestIdle(line.size() - leaving.size()).forEach(this::askToLeave);
        }
    }

    private boolean hasRoom() {
        return holders.isEmpty() || (holders.size() < limit && memory.hasRoomBeside(holders));
    }

    /** Who can be suspended, the one that has been idle longest first. */
    private List<Map.Entry<Keeper, Idleness>> longestIdle(int count) {
        if (count <= 0) {
            return List.of();
        }
        // Taken once: it may change while they are compared.
        Map<Keeper, Idleness> idle = new HashMap<>();
        for (Keeper holder : holders) {
            Idleness idleness = holder.idleness();
            if (idleness != null && !leaving.contains(holder) && !idleness.equals(refused.get(holder))) {
                idle.put(holder, idleness);
            }
        }
        return idle.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().since()))
                .limit(count)
                .toList();
    }

    private void askToLeave(Map.Entry<Keeper, Idleness> idle) {
        Keeper keeper = idle.getKey();
        leaving.add(keeper);
        pool.execute(() -> {
            if (!keeper.suspendIfIdle(SuspendReason.ROOM)) {
                stays(keeper, idle.getValue());
            }
        });
    }

    /** It has something to do, so another one is asked; it is not asked again for the same idleness. */
    private void stays(Keeper keeper, Idleness idleness) {
        synchronized (this) {
            leaving.remove(keeper);
            if (holders.contains(keeper)) {
                refused.put(keeper, idleness);
            }
        }
        review();
    }

    /** Asks the one that has been idle longest to leave; false when none can. */
    synchronized boolean makeRoom() {
        List<Map.Entry<Keeper, Idleness>> victims = longestIdle(1);
        victims.forEach(this::askToLeave);
        return !victims.isEmpty() || !leaving.isEmpty();
    }

    /** Those who have a place now. */
    synchronized List<Keeper> holders() {
        return new ArrayList<>(holders);
    }
}
