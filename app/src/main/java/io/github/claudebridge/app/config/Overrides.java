package io.github.claudebridge.app.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was given as flags; null where a flag was not given. There is no flag for the token: every user of the host can read a
 * command line.
 */
public record Overrides(
        @Nullable Path home,
        @Nullable Path tokenFile,
        @Nullable String apiRoot,
        @Nullable String allowedUsers,
        @Nullable String claudeCommand) {

    /** No flags. */
    public static final Overrides NONE = new Overrides(null, null, null, null, null);
}
