package io.github.claudebridge.process.supervisor;

import java.time.Duration;

/**
 * What happens after a crash. Immutable and thread-safe.
 *
 * @param tries how often a process is started again in a row, at least 0; a completed turn, or a life longer than {@code healthyAfter},
 *     starts the count afresh
 * @param firstPause the pause before the first try; it doubles for each further one
 * @param longestPause no pause is longer
 * @param healthyAfter a process that lived longer than this does not count as one more crash in a row
 */
public record RestartPolicy(int tries, Duration firstPause, Duration longestPause, Duration healthyAfter) {

    /** Three tries after 1 s, 2 s and 4 s; healthy after 10 minutes. */
    public static final RestartPolicy DEFAULT =
            new RestartPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(10));

    public RestartPolicy {
        if (tries < 0) {
            throw new IllegalArgumentException("tries must be at least 0, not " + tries);
        }
        if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "The pauses must not be negative, nor the longest shorter than the first");
        }
    }

    /**
     * The pause before a try.
     *
     * @param attempt 1 for the first try
     */
    public Duration pause(int attempt) {
        Duration pause = firstPause;
        for (int i = 1; i < attempt && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
