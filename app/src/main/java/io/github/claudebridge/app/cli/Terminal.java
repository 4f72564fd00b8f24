package io.github.claudebridge.app.cli;

import java.io.Console;
import java.util.Optional;

/** The terminal that this program was started in, if it was started in one. */
public final class Terminal {

    private Terminal() {}

    /** The terminal, if both the standard input and output are connected to it. */
    @SuppressWarnings("SystemConsoleNull") // the newer question is asked too
    public static Optional<Console> get() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    /** Since JDK 22 there is a console without a terminal too, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
