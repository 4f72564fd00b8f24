package io.github.claudebridge.process.testing.internal.tui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The terminal that standard input is, through the program {@code stty}. Stateless. */
public final class Tty {

    /** The size of a window. */
    record Size(int rows, int columns) {}

    private Tty() {}

    /** Whether standard input is a terminal. */
    public static boolean isThere() {
        return stty("-g").isPresent();
    }

    /** Gives every byte to the program as it is, and shows none by itself. */
    static void raw() {
        stty("raw", "-echo");
    }

    /** Back to what a shell expects. */
    static void sane() {
        stty("sane");
    }

    static Size size() {
        return stty("size")
                .map(words -> words.strip().split(" "))
                .map(numbers -> new Size(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])))
                .orElse(new Size(24, 80));
    }

    private static Optional<String> stty(String... arguments) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
