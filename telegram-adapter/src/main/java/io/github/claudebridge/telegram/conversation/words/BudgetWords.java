package io.github.claudebridge.telegram.conversation.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is said about budgets. */
public final class BudgetWords {

    /** All sessions together. */
    public static final String ALL = "all sessions";

    private BudgetWords() {}

    public static String session(String name) {
        return "session " + name;
    }

    /** How much of each limit is spent. */
    public static String spent(BigDecimal usd, Optional<BigDecimal> mostUsd, int turns, OptionalInt mostTurns) {
        List<String> parts = new ArrayList<>();
        mostUsd.ifPresent(most -> parts.add(money(usd) + " of " + money(most)));
        mostTurns.ifPresent(most -> parts.add(turns + " of " + most + " turns"));
        return String.join(", ", parts);
    }

    private static String money(BigDecimal usd) {
        return "$" + usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    public static String nearlyUsedUp(String scope, String spent) {
        return "Today's budget of " + scope + " is nearly used up: " + spent + ".";
    }

    public static String usedUp(String scope, String spent) {
        return "Today's budget of " + scope + " is used up: " + spent
                + ". This was not given to Claude. Send it again after"
                + " 00:00 UTC, or let the owner of the bot raise the limit ([budget] in config.toml).";
    }

    public static String unreadable(String reason) {
        return "It cannot be told what was spent today, so this was not given to Claude. " + reason;
    }
}
