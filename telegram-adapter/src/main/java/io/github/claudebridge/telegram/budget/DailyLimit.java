package io.github.claudebridge.telegram.budget;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What may be spent in a day. Immutable.
 *
 * @param usd money in US dollars, not negative; empty for no limit
 * @param turns how often Claude may be asked, not negative; empty for no limit
 */
public record DailyLimit(Optional<BigDecimal> usd, OptionalInt turns) {

    /** No limit. */
    public static final DailyLimit NONE = new DailyLimit(Optional.empty(), OptionalInt.empty());

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public DailyLimit {
        if (usd.filter(amount -> amount.signum() < 0).isPresent() || turns.orElse(0) < 0) {
            throw new IllegalArgumentException("A budget is not negative.");
        }
    }

    boolean isNone() {
        return usd.isEmpty() && turns.isEmpty();
    }

    /** Whether so much, in hundredths of the limit, is spent of the money or of the turns. */
    boolean isSpent(Spent spent, int percent) {
        boolean money = usd.filter(limit -> spent.usd()
                                .multiply(BigDecimal.valueOf(100))
                                .compareTo(limit.multiply(BigDecimal.valueOf(percent)))
                        >= 0)
                .isPresent();
        return money || (turns.isPresent() && spent.turns() * 100L >= (long) turns.getAsInt() * percent);
    }
}
