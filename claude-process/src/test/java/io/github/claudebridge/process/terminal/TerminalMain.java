package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import java.nio.file.Path;
import java.util.List;

/** Opens one terminal in a JVM of its own, and says what came of it: {@code opened}, or the kind of failure and its words. */
final class TerminalMain {

    private TerminalMain() {}

    public static void main(String[] arguments) {
        TerminalBuilder builder =
                Terminal.builder().command(List.of("sh", "-c", "tty; exit 3")).directory(Path.of("/"));
        try (Terminal terminal = builder.start()) {
            int code = terminal.onExit().join();
            System.out.println("opened " + terminal.screen().text() + ", exit " + code);
        } catch (ClaudeException failure) {
            ClaudeError error = failure.error();
            System.out.println(error.getClass().getSimpleName() + ": " + error.message());
        }
    }
}
