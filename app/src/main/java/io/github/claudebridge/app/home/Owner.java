package io.github.claudebridge.app.home;

import io.github.claudebridge.telegram.access.PairedUsers;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/** Finds the person whom the bot belongs to. */
public final class Owner {

    private Owner() {}

    /**
     * The first of those who are configured, or else one who was paired; empty if there is nobody.
     *
     * @throws java.io.UncheckedIOException if it cannot be read who was paired
     */
    public static OptionalLong of(Set<Long> configured, Path home) {
        return LongStream.concat(
                        configured.stream().mapToLong(Long::longValue),
                        LongStream.of(0).flatMap(none -> paired(home)))
                .findFirst();
    }

    private static LongStream paired(Path home) {
        return new PairedUsers(home.resolve("state")).ids().stream().mapToLong(Long::longValue);
    }
}
