package io.github.claudebridge.app.setup;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.cli.Terminal;
import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** Asks the person at the terminal. Not thread-safe. */
final class Questions {

    private final Optional<Console> terminal;

    private Questions(Optional<Console> terminal) {
        this.terminal = terminal;
    }

    /** Asks at the terminal, if there is one. */
    static Questions atTerminal() {
        return new Questions(Terminal.get());
    }

    /** Asks nobody. */
    static Questions none() {
        return new Questions(Optional.empty());
    }

    /** Whether there is anybody to ask. */
    boolean canAsk() {
        return terminal.isPresent();
    }

    /**
     * Asks for something that nobody may read.
     *
     * @param instead what to do where nobody can be asked
     */
    String secret(String question, String instead) throws StartException {
        Console console = terminal.orElseThrow(
                () -> new StartException(ExitCode.CONFIGURATION, "There is no terminal to ask on. " + instead));
        char[] answer = console.readPassword("%s", question);
        return answer == null ? stopped() : new String(answer).strip();
    }

    /** Asks a question to which yes is the usual answer; yes where nobody can be asked. */
    boolean agree(String question) throws StartException {
        if (terminal.isEmpty()) {
            return true;
        }
        String answer = terminal.get().readLine("%s [Y/n] ", question);
        return answer == null
                ? stopped().isEmpty()
                : !answer.strip().toLowerCase(Locale.ROOT).startsWith("n");
    }

    private static String stopped() throws StartException {
        throw new StartException(
                ExitCode.CONFIGURATION, "Nothing was set up, because the questions were not answered.");
    }
}
