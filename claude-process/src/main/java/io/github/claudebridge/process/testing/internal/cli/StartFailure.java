package io.github.claudebridge.process.testing.internal.cli;

/** The program refuses to go on and ends with exit code 1; the message goes to standard error. */
final class StartFailure extends Exception {
    private static final long serialVersionUID = 1;

    StartFailure(String message) {
        super(message);
    }
}
