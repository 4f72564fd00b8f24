package io.github.claudebridge.process.supervisor.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongUnaryOperator;

/**
 * Keeps the memory of all processes below a limit. A process counts with what it uses, and with what is expected of it as long as it
 * uses less: many that are started at once have not grown yet. Thread-safe.
 */
final class MemoryLimit implements Places.Memory {

    private final long limit;
    private final long expected;
    private final LongUnaryOperator measure;
    private final Map<Keeper, Long> used = new ConcurrentHashMap<>();

    /**
     * A limit.
     *
     * @param limit bytes for all processes together
     * @param expected bytes that one process will use
     * @param measure tells how much the process of an id uses, with all that it started
     */
    MemoryLimit(long limit, long expected, LongUnaryOperator measure) {
        this.limit = limit;
        this.expected = expected;
        this.measure = measure;
    }

    @Override
    public boolean hasRoomBeside(Collection<Keeper> holders) {
        long taken = holders.stream().mapToLong(this::share).sum();
        return taken + expected <= limit;
    }

    private long share(Keeper keeper) {
        return Math.max(expected, used.getOrDefault(keeper, 0L));
    }

    /** Looks how much they use, and makes room when it is too much. */
    void check(Places places) {
        List<Keeper> holders = places.holders();
        used.keySet().retainAll(holders);
        holders.forEach(keeper -> used.put(keeper, keeper.pid() == 0 ? 0 : measure.applyAsLong(keeper.pid())));
        long sum = used.values().stream().mapToLong(Long::longValue).sum();
        if (sum > limit && !places.makeRoom()) {
            holders.stream()
                    .max(Comparator.comparing(keeper -> used.getOrDefault(keeper, 0L)))
                    .ifPresent(largest -> largest.memoryExceeded(sum, limit));
        }
        places.review();
    }
}
