package io.github.claudebridge.process.terminal;

/**
 * The size of a terminal's window. Immutable and thread-safe.
 *
 * @param columns characters in a line, 2 to 4096
 * @param rows lines, 2 to 4096
 */
public record WindowSize(int columns, int rows) {

    /** What is used unless told otherwise: 120 columns, 40 rows. */
    public static final WindowSize DEFAULT = new WindowSize(120, 40);

    private static final int MIN = 2;
    private static final int MAX = 4096;

    /** A size. */
    public WindowSize {
        if (columns < MIN || columns > MAX || rows < MIN || rows > MAX) {
            throw new IllegalArgumentException(
                    "A window has " + MIN + " to " + MAX + " columns and rows, not " + columns + " and " + rows);
        }
    }
}
