package io.github.claudebridge.process;

/**
 * A Claude Code that is there. Immutable and thread-safe.
 *
 * @param version its version
 * @param loggedIn whether it has a login; a key that is refused later counts too
 * @param authMethod how it is logged in, in the CLI's words; empty where it is not, or does not say
 */
public record Installation(CliVersion version, boolean loggedIn, String authMethod) {

    /** Whether this library works with it. */
    public boolean isSupported() {
        return version.compareTo(CliVersion.OLDEST) >= 0;
    }

    /** Whether it is newer than any version that this library was tested with. */
    public boolean isNewerThanTested() {
        return version.compareTo(CliVersion.NEWEST_TESTED) > 0;
    }
}
