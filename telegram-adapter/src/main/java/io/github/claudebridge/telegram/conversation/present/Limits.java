package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.event.RateLimit;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which limits of the subscription were told already: each once, until it starts afresh. Thread-safe. */
final class Limits {

    private static final int MOST = 1_000;

    private final Set<String> told = new HashSet<>();

    synchronized Optional<String> news(RateLimit limit) {
        if (limit.status().equals("allowed")) {
            return Optional.empty();
        }
        if (told.size() >= MOST) {
            told.clear();
        }
        if (!told.add(limit.status() + " " + limit.type() + " " + limit.resetsAt())) {
            return Optional.empty();
        }
        return Optional.of(
                limit.status().equals("rejected")
                        ? TurnWords.limitReached(limit.type(), limit.resetsAt())
                        : TurnWords.limitNear(limit.type(), limit.utilization(), limit.resetsAt()));
    }
}
