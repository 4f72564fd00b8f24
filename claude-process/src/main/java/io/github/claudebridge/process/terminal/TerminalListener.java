package io.github.claudebridge.process.terminal;

/**
 * Hears what a terminal shows, as bytes, for another terminal to show: UTF-8 with escape sequences, cut anywhere. The methods are called one
 * at a time, in order, from threads of the library; they may take their time. What they throw is logged. The methods do nothing by default.
 */
public interface TerminalListener {

    /**
     * The next bytes.
     *
     * @param bytes the listener's own, to keep or to change
     */
    default void onBytes(byte[] bytes) {}

    /**
     * The listener was more than 4 MiB behind, and this many bytes are not told. Whoever shows them elsewhere clears that screen and has the
     * command draw again, as a change of the window's size makes it.
     */
    default void onSkipped(long bytes) {}

    /** Nothing more will come. */
    default void onEnd() {}
}
