package io.github.claudebridge.app.cli;

import java.io.Serial;

/** The program cannot start or go on. The message is one line that says what to do. */
public final class StartException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    /** Something that ends the program so.
     *
     * @param message one line that says what to do
     */
    public StartException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
