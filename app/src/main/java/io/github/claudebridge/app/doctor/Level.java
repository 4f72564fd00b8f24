package io.github.claudebridge.app.doctor;

import java.util.Locale;

/** How bad something is. */
public enum Level {
    OK,
    /** The bot works, but somebody should look at it. */
    WARNING,
    /** The bot does not work like this. */
    FAILURE;

    /** The name for people and scripts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
