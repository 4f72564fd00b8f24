package io.github.claudebridge.app.cli;

import java.time.Duration;
import java.time.Instant;

/** Times as people say them. */
public final class Ago {

    private Ago() {}

    /** For example {@code 5 min ago}; never in the future. */
    public static String of(Instant then, Instant now) {
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
