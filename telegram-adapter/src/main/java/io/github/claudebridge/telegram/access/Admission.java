package io.github.claudebridge.telegram.access;

import java.util.Optional;

/** Decides whose messages are read. Thread-safe. */
@FunctionalInterface
public interface Admission {

    /**
     * Whether the bot serves this person now.
     *
     * @param userId the number of the person
     */
    boolean isAllowed(long userId);

    /**
     * Somebody who is not served writes in a private chat. By default that leads to nothing.
     *
     * @return what to answer; empty for silence
     */
    default Optional<String> knock(long userId, String text) {
        return Optional.empty();
    }
}
