package io.github.claudebridge.app.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sums of money for people. */
public final class Money {

    private Money() {}

    /** In US dollars and cents. */
    public static String of(BigDecimal usd) {
        return "$" + usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
