package io.github.claudebridge.app.cli;

import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.telegram.journal.JournalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts into words, with an exit code, what went wrong. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** What people are told; a defect of this program goes to the log as well. */
    public static StartException explain(Exception exception) {
        if (exception instanceof StartException told) {
            return told;
        }
        if (exception instanceof SessionException known) {
            return new StartException(ExitCode.of(known), String.valueOf(known.getMessage()));
        }
        if (exception instanceof JournalException) {
            return new StartException(ExitCode.CANNOT_WRITE, String.valueOf(exception.getMessage()));
        }
        LOG.error("This is a defect of claude-bridge; please report it with these lines.", exception);
        return new StartException(ExitCode.INTERNAL, "It ended unexpectedly: " + exception);
    }
}
