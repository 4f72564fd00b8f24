package io.github.claudebridge.telegram.program;

/**
 * What came of a program. Immutable.
 *
 * @param ending how it ended
 * @param exit its exit code, 128 + n after signal n; meaningful only where it ended by itself
 * @param output what it printed, and its errors; of much, the beginning and the end with a mark between them
 */
public record ProgramResult(Ending ending, int exit, String output) {

    /** How a program ends. */
    public enum Ending {
        /** By itself. */
        EXITED,
        /** Its time was over. */
        TIMED_OUT,
        /** Somebody stopped it. */
        STOPPED,
        /** It printed without end. */
        FLOODED,
        /** It could not be started; the output says why. */
        NOT_STARTED
    }

    /** Whether it did what it should, by its own word. */
    public boolean isSuccess() {
        return ending == Ending.EXITED && exit == 0;
    }
}
