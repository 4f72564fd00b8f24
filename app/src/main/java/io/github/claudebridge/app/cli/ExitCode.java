package io.github.claudebridge.app.cli;

import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.DamagedSessionException;
import io.github.claudebridge.session.InvalidPersonaException;
import io.github.claudebridge.session.SessionBusyException;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionNotFoundException;
import io.github.claudebridge.session.UnknownPersonaException;

/** How the program ends. The numbers are those of BSD's {@code sysexits.h}, except 2 for a wrong command line. */
public enum ExitCode {
    /** What was to be read is there, but wrong or damaged. */
    WRONG_DATA(65),
    /** A file, session or archive to be read is not there or cannot be read. */
    NO_INPUT(66),
    /** A service that is needed is not there: Claude Code is missing. */
    UNAVAILABLE(69),
    /** A defect of this program. */
    INTERNAL(70),
    /** A folder or file cannot be written. */
    CANNOT_WRITE(73),
    /** Somebody else is doing this already; it may work later. */
    BUSY(75),
    /** The configuration is wrong. */
    CONFIGURATION(78);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the shell sees. */
    public int code() {
        return code;
    }

    /** How the program ends when something cannot be done with a session. */
    public static ExitCode of(SessionException problem) {
        if (problem instanceof SessionNotFoundException || problem instanceof UnknownPersonaException) {
            return NO_INPUT;
        }
        if (problem instanceof ArchiveException
                || problem instanceof DamagedSessionException
                || problem instanceof InvalidPersonaException) {
            return WRONG_DATA;
        }
        return problem instanceof SessionBusyException ? BUSY : CANNOT_WRITE;
    }
}
