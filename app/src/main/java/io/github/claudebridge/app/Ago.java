package io.github.claudebridge.app;

import java.time.Duration;
import java.time.Instant;

/** Times as people say them. */
final class Ago {

    private Ago() {}

    /** For example {@code 5 min ago}; never in the future. */
    static String of(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 1 ? age.toHours() + " h ago" : age.toDays() + " days ago";
    }
}
