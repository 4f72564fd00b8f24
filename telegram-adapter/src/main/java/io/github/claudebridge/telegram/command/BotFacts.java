package io.github.claudebridge.telegram.command;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * What the commands say about the bot itself. Immutable.
 *
 * @param version empty if it is not known
 * @param upSince since when it runs
 * @param owners the numbers of those who may change what concerns the whole machine; empty for everybody who may use the bot
 */
public record BotFacts(String version, Instant upSince, Set<Long> owners) {

    public BotFacts {
        owners = Set.copyOf(owners);
    }

    /** Those of the program that runs. */
    public static BotFacts of(Instant upSince, Set<Long> owners) {
        String version = BotFacts.class.getPackage().getImplementationVersion();
        return new BotFacts(Objects.requireNonNullElse(version, ""), upSince, owners);
    }

    boolean isOwner(long userId) {
        return owners.isEmpty() || owners.contains(userId);
    }
}
