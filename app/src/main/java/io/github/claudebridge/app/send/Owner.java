package io.github.claudebridge.app.send;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.telegram.access.PairedUsers;
import java.util.stream.Stream;

/** Finds the person whose chat is meant where none is named. */
public final class Owner {

    private Owner() {}

    /**
     * The first person of the configuration, or else one who was paired.
     *
     * @throws StartException if there is nobody
     */
    public static long of(Config config) throws StartException {
        return Stream.concat(
                        config.allowedUsers().stream(),
                        Stream.of(new PairedUsers(config.home().resolve("state")))
                                .flatMap(paired -> paired.ids().stream()))
                .findFirst()
                .orElseThrow(() -> new StartException(
                        ExitCode.CONFIGURATION,
                        "Nobody may use the bot yet. Run claude-bridge pair, or name a chat with --chat."));
    }
}
