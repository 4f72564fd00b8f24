package io.github.claudebridge.process.testing;

import io.github.claudebridge.process.error.Dialog;
import io.github.claudebridge.process.testing.internal.cli.Signals;
import io.github.claudebridge.process.testing.internal.tui.FakeTui;
import io.github.claudebridge.process.testing.internal.tui.Tty;
import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The stand-in on a terminal: its interactive form around its other one, which runs on threads of this process. Used once. */
final class Interactive {
    private static final String OWN = "--fake-";
    private static final String DIALOG = OWN + "dialog=";
    private static final Set<String> NOT_INTERACTIVE = Set.of("-p", "--print", "--version");
    private static final int TERMINATED = 143;

    private final List<String> words;
    private final PrintStream out;
    private final AtomicReference<@Nullable Connection> program = new AtomicReference<>();

    Interactive(List<String> words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    static boolean isWanted(List<String> words) {
        return words.stream().noneMatch(NOT_INTERACTIVE::contains) && Tty.isThere();
    }

    int run() throws InterruptedException {
        FakeTui tui = new FakeTui(
                words.stream().filter(word -> !word.startsWith(OWN)).toList(),
                dialog(),
                this::start,
                new FileInputStream(FileDescriptor.in),
                out);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "fake-claude-end"));
        Signals.on("WINCH", tui::resized);
        Signals.on("TERM", () -> Runtime.getRuntime().exit(TERMINATED));
        try {
            return tui.run();
        } catch (IOException e) {
            return 1;
        }
    }

    private Optional<Dialog> dialog() {
        return words.stream()
                .filter(word -> word.startsWith(DIALOG))
                .findFirst()
                .map(word -> Dialog.valueOf(word.substring(DIALOG.length())));
    }

    private Connection start(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("claude"));
        command.addAll(arguments);
        List<String> settings = words.stream()
                .filter(word -> word.startsWith(OWN) && !word.startsWith(DIALOG))
                .toList();
        Connection started = new InMemoryTransport(settings)
                .start(new Launch(command, Path.of("").toAbsolutePath(), System.getenv()));
        program.set(started);
        return started;
    }

    private void kill() {
        Connection running = program.get();
        if (running != null) {
            running.killTree();
        }
    }
}
