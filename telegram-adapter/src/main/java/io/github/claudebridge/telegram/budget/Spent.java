package io.github.claudebridge.telegram.budget;

import java.math.BigDecimal;

/**
 * What was spent in a day. Immutable.
 *
 * @param usd money in US dollars
 * @param turns how often Claude was asked, or went on by itself
 */
public record Spent(BigDecimal usd, int turns) {

    static final Spent NOTHING = new Spent(BigDecimal.ZERO, 0);

    Spent plus(Spent other) {
        return new Spent(usd.add(other.usd), turns + other.turns);
    }
}
