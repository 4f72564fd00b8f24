package io.github.claudebridge.telegram.conversation.batch;

import java.time.Duration;

/**
 * How long a message waits for others. Immutable.
 *
 * @param quick after a message of ordinary length; 0 for not at all, then nothing is ever put together
 * @param split after a message that looks like the beginning of a longer text
 * @param most how long the first message waits at most
 */
public record BatchWindow(Duration quick, Duration split, Duration most) {

    /** Every message is a prompt of its own, at once. */
    public static final BatchWindow NONE = new BatchWindow(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Short enough that nobody notices it. */
    public static final BatchWindow DEFAULT = of(Duration.ofMillis(400));

    /**
     * A window by its shortest wait.
     *
     * @throws IllegalArgumentException if it is negative or longer than 10 s
     */
    public static BatchWindow of(Duration quick) {
        if (quick.isNegative() || quick.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("A batch window is between 0 and 10 s, not " + quick);
        }
        return quick.isZero() ? NONE : new BatchWindow(quick, quick.multipliedBy(4), quick.multipliedBy(20));
    }

    boolean isOff() {
        return quick.isZero();
    }
}
