package io.github.claudebridge.telegram.conversation;

import java.io.Serial;

/** A file could not be fetched; the message tells the person who sent it why and what to do. */
public final class DownloadException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final Problem problem;

    /** Why. */
    public enum Problem {
        /** The chat does not give bots files of this size. */
        TOO_LARGE,
        /** The chat does not have it any more. */
        GONE,
        /** The chat could not be reached; later it may. */
        UNREACHABLE
    }

    public DownloadException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
