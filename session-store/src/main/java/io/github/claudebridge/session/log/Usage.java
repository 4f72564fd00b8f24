package io.github.claudebridge.session.log;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What some turns took together. Immutable and thread-safe.
 *
 * @param turns how many
 * @param costUsd in US dollars
 * @param duration how long Claude worked
 */
public record Usage(long turns, BigDecimal costUsd, Duration duration, LogEntry.Tokens tokens) {

    /** Nothing. */
    public static final Usage NONE = new Usage(0, BigDecimal.ZERO, Duration.ZERO, LogEntry.Tokens.NONE);

    /** The sum. */
    public Usage plus(Usage other) {
        return new Usage(
                turns + other.turns,
                costUsd.add(other.costUsd),
                duration.plus(other.duration),
                tokens.plus(other.tokens));
    }

    static Usage of(LogEntry.Turn turn) {
        return new Usage(1, turn.costUsd(), turn.duration(), turn.tokens());
    }
}
