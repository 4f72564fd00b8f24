package io.github.claudebridge.app;

/** How the program ends. The numbers are those of BSD's {@code sysexits.h}, except 2 for a wrong command line. */
enum ExitCode {
    /** A file to be read is not there or cannot be read. */
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

    int code() {
        return code;
    }
}
