package io.github.claudebridge.session;

import org.jspecify.annotations.Nullable;

/**
 * Something a caller asked for could not be done; what was on disk before is intact. Each kind carries its data. The
 * message is the problem followed by the next step, fit for a user.
 */
public abstract sealed class SessionException extends RuntimeException
        permits InvalidSessionNameException,
                SessionExistsException,
                SessionNotFoundException,
                DamagedSessionException,
                UnknownPersonaException,
                InvalidPersonaException,
                DirectoryRefusedException,
                FileRefusedException,
                ArchiveException,
                ArchiveCancelledException,
                SessionBusyException,
                StorageException {

    private final String problem;
    private final String nextStep;

    SessionException(String problem, String nextStep, @Nullable Throwable cause) {
        super(problem + " " + nextStep, cause);
        this.problem = problem;
        this.nextStep = nextStep;
    }

    /** What went wrong, as one sentence. */
    public String problem() {
        return problem;
    }

    /** What the user can do about it, as one sentence. */
    public String nextStep() {
        return nextStep;
    }
}
