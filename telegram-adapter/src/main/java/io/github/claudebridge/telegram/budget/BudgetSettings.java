package io.github.claudebridge.telegram.budget;

/**
 * The budgets of the configuration. Immutable.
 *
 * @param all for all sessions together
 * @param session for each session that has no limit of its own
 */
public record BudgetSettings(DailyLimit all, DailyLimit session) {

    /** No limits. */
    public static final BudgetSettings NONE = new BudgetSettings(DailyLimit.NONE, DailyLimit.NONE);
}
