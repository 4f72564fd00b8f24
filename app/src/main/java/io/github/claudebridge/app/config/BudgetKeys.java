package io.github.claudebridge.app.config;

import io.github.claudebridge.telegram.budget.BudgetSettings;
import io.github.claudebridge.telegram.budget.DailyLimit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads what may be spent in a day. */
final class BudgetKeys {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private BudgetKeys() {}

    static BudgetSettings settings(ConfigFile.@Nullable Budget file) throws ConfigException {
        return file == null
                ? BudgetSettings.NONE
                : new BudgetSettings(
                        new DailyLimit(
                                usd("budget.daily_usd", file.dailyUsd()),
                                turns("budget.daily_turns", file.dailyTurns())),
                        new DailyLimit(
                                usd("budget.session_daily_usd", file.sessionDailyUsd()),
                                turns("budget.session_daily_turns", file.sessionDailyTurns())));
    }

    private static Optional<BigDecimal> usd(String key, @Nullable BigDecimal value) throws ConfigException {
        if (value != null && (value.signum() < 0 || value.compareTo(MOST) > 0)) {
            throw new ConfigException(key + " is " + value.toPlainString()
                    + "; it must be a sum in US dollars from 0 to 1000000, for example 5 or 0.50.");
        }
        return Optional.ofNullable(value);
    }

    private static OptionalInt turns(String key, @Nullable Integer value) throws ConfigException {
        if (value != null && value < 0) {
            throw new ConfigException(key + " is " + value + "; it must be a whole number from 0.");
        }
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
