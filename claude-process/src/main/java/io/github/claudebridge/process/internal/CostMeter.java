package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.event.ResultMessage;
import java.util.OptionalDouble;

/** What each turn adds to the running total of its session. Not thread-safe. */
final class CostMeter {

    private OptionalDouble total;

    /** @param resumed whether the session has costs already, which are not known yet */
    CostMeter(boolean resumed) {
        total = resumed ? OptionalDouble.empty() : OptionalDouble.of(0);
    }

    /** A CLI that begins says what the session has cost so far. After a CLI was killed that is less than it had said. */
    void baseline(double costUsd) {
        total = OptionalDouble.of(costUsd);
    }

    /** The history was dropped, and the total with it. */
    void reset() {
        total = OptionalDouble.of(0);
    }

    /** What came to the total; empty where that cannot be told. */
    OptionalDouble take(ResultMessage result) {
        OptionalDouble before = total;
        total = OptionalDouble.of(result.totalCostUsd());
        if (before.isEmpty()) {
            return result.costSinceLastUsd();
        }
        double added = result.totalCostUsd() - before.getAsDouble();
        return added >= 0 ? OptionalDouble.of(added) : result.costSinceLastUsd();
    }
}
