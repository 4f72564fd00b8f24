package io.github.claudebridge.app;

import java.io.Serial;

/** The program cannot start or go on. The message is one line that says what to do. */
final class StartException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    StartException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
