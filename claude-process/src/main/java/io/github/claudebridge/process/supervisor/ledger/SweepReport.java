package io.github.claudebridge.process.supervisor.ledger;

import java.util.List;

/**
 * What a sweep found. Immutable and thread-safe.
 *
 * @param ended what was ended, and is dead
 * @param survivors what could not be ended: it is another user's, or hangs in the kernel
 */
public record SweepReport(List<Orphan> ended, List<Orphan> survivors) {

    /** Nothing was found. */
    public static final SweepReport NOTHING = new SweepReport(List.of(), List.of());

    public SweepReport {
        ended = List.copyOf(ended);
        survivors = List.copyOf(survivors);
    }
}
