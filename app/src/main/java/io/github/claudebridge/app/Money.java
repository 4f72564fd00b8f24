package io.github.claudebridge.app;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sums of money for people. */
final class Money {

    private Money() {}

    /** In US dollars and cents. */
    static String of(BigDecimal usd) {
        return "$" + usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
