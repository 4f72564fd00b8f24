package io.github.claudebridge.process.testing.internal.cli;

import java.util.Optional;

/** How long a turn may go on, and how much money it may cost. */
final class Limits {
    private final long maxTurns;
    private final Optional<String> budget;
    private final Accounts accounts;
    private long requests;

    Limits(Arguments arguments, Accounts accounts) {
        maxTurns = arguments.value("--max-turns").map(Long::parseLong).orElse(Long.MAX_VALUE);
        budget = arguments.value("--max-budget-usd");
        this.accounts = accounts;
    }

    /** The end of the turn, if the next request may not be made. */
    Optional<Outcome> beforeRequest() {
        if (isBudgetSpent()) {
            return Optional.of(budgetSpent());
        }
        return requests++ == maxTurns ? Optional.of(Outcome.maxTurns(maxTurns)) : Optional.empty();
    }

    /** Whether tools must wait until it is known what the reply that calls them has cost. */
    boolean hasBudget() {
        return budget.isPresent();
    }

    boolean isBudgetSpent() {
        return budget.isPresent() && accounts.dollars() > Double.parseDouble(budget.get());
    }

    Outcome budgetSpent() {
        return Outcome.maxBudget(budget.orElse(""));
    }
}
