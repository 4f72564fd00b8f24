package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.session.SessionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;

/** The sessions of the home that the command line names. */
final class SessionHome {

    @Mixin
    private final HomeOption home = new HomeOption();

    /**
     * The sessions of a home that is there already.
     *
     * @throws StartException if there is no such home
     */
    SessionStore store() throws StartException {
        Path folder = home.config().home();
        if (!Files.isDirectory(folder.resolve("sessions"))) {
            throw new StartException(
                    ExitCode.NO_INPUT,
                    "There are no sessions in " + folder
                            + ". Name the bot's folder with --home, or make a session with: claude-bridge sessions new NAME");
        }
        return SessionStore.open(folder);
    }

    /** The sessions of the home, which is made if it is not there. */
    SessionStore storeToFill() throws StartException {
        return SessionStore.open(home.config().home());
    }

    /** What needs the home for itself. */
    SessionWork work(SessionStore store) throws StartException {
        return new SessionWork(store, home.config().claude());
    }
}
