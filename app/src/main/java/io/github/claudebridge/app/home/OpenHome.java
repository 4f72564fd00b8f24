package io.github.claudebridge.app.home;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.journal.JournalException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a home holds, opened. Immutable.
 *
 * @param journal belongs to this
 */
public record OpenHome(SessionStore store, Journal journal) implements AutoCloseable {

    private static final String JOURNAL = "journal.db";

    /**
     * Opens the home of a bot; the caller holds its lock.
     *
     * @throws StartException if it cannot be used
     */
    public static OpenHome of(Path home) throws StartException {
        return with(home, JOURNAL);
    }

    /**
     * Opens a home with a journal of this name.
     *
     * @throws StartException if it cannot be used
     */
    public static OpenHome with(Path home, String journal) throws StartException {
        Path state = home.resolve("state");
        // SQLite's native library is unpacked there, not where it stays behind or must not be executed.
        System.setProperty("org.sqlite.tmpdir", state.toString());
        try {
            SessionStore store = SessionStore.open(home);
            return new OpenHome(store, Journal.open(state.resolve(journal), Clock.systemUTC()));
        } catch (JournalException | SessionException | UncheckedIOException e) {
            throw new StartException(ExitCode.CANNOT_WRITE, String.valueOf(e.getMessage()));
        } catch (LinkageError e) {
            throw new StartException(
                    ExitCode.CANNOT_WRITE,
                    "SQLite cannot be used from " + state
                            + ". If programs must not be executed there, choose another folder with --home.");
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
