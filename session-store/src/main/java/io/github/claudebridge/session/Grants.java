package io.github.claudebridge.session;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The rights of one session. They are kept apart from its folder, where Claude could write them. Immutable and
 * thread-safe.
 *
 * @param directory the existing directory it works in; empty for its own folder
 * @param permissionMode what Claude may do without asking
 * @param trusted whether project settings and hooks in the working directory may take effect
 * @param dailyBudgetUsd what it may cost per day in US dollars; empty for no limit of its own
 * @param dailyTurns how many turns it may have per day; empty for no limit of its own
 * @param owner the id of the user it belongs to; empty if it belongs to nobody
 * @param sharedWith ids of the users, besides the owner, who may use it
 */
public record Grants(
        Optional<Path> directory,
        PermissionMode permissionMode,
        boolean trusted,
        Optional<BigDecimal> dailyBudgetUsd,
        OptionalInt dailyTurns,
        OptionalLong owner,
        Set<Long> sharedWith) {

    /** Copies the set and checks the limits. */
    public Grants {
        sharedWith = Set.copyOf(sharedWith);
        boolean negative = dailyBudgetUsd.filter(budget -> budget.signum() < 0).isPresent();
        if (negative || dailyTurns.orElse(0) < 0) {
            throw new IllegalArgumentException("A budget is not negative");
        }
    }

    /**
     * Least rights: its own folder, ask, not trusted, nobody's, shared with nobody. Holds for every folder of unknown
     * origin.
     */
    public static Grants least() {
        return new Grants(
                Optional.empty(),
                PermissionMode.ASK,
                false,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                Set.of());
    }

    /** The same in another directory; trust does not move along. */
    public Grants withDirectory(Optional<Path> other) {
        boolean same = Objects.equals(directory, other);
        return new Grants(other, permissionMode, trusted && same, dailyBudgetUsd, dailyTurns, owner, sharedWith);
    }

    /** The same with another permission mode. */
    public Grants withPermissionMode(PermissionMode other) {
        return new Grants(directory, other, trusted, dailyBudgetUsd, dailyTurns, owner, sharedWith);
    }

    /** The same with or without trust in the working directory. */
    public Grants withTrusted(boolean other) {
        return new Grants(directory, permissionMode, other, dailyBudgetUsd, dailyTurns, owner, sharedWith);
    }

    /** The same with another budget. */
    public Grants withDailyBudgetUsd(Optional<BigDecimal> other) {
        return new Grants(directory, permissionMode, trusted, other, dailyTurns, owner, sharedWith);
    }

    /** The same with another number of turns. */
    public Grants withDailyTurns(OptionalInt other) {
        return new Grants(directory, permissionMode, trusted, dailyBudgetUsd, other, owner, sharedWith);
    }

    /** The same for another owner, or for nobody. */
    public Grants withOwner(OptionalLong other) {
        return new Grants(directory, permissionMode, trusted, dailyBudgetUsd, dailyTurns, other, sharedWith);
    }

    /** The same, shared with others. */
    public Grants withSharedWith(Set<Long> other) {
        return new Grants(directory, permissionMode, trusted, dailyBudgetUsd, dailyTurns, owner, other);
    }
}
