package io.github.claudebridge.process.testing.internal.tui;

import io.github.claudebridge.process.error.Dialog;
import io.github.claudebridge.process.transport.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A run of the interactive program. What happens at the keyboard and in the program is handled by one thread, one thing after the other. */
public final class FakeTui {

    private static final List<String> PIPES = List.of(
            "-p",
            "--verbose",
            "--input-format",
            "stream-json",
            "--output-format",
            "stream-json",
            "--permission-prompt-tool",
            "stdio");

    private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
    private final Function<List<String>, Connection> programs;
    private final List<String> arguments;
    private final Picture picture;
    private final Keyboard keyboard;
    private @Nullable StartDialog dialog;
    private @Nullable Talk talk;

    /** Something that is to be handled; returns the exit code, or null to go on. */
    private interface Happening {
        @Nullable Integer handle() throws IOException, InterruptedException;
    }

    /**
     * An interactive program.
     *
     * @param arguments of the command line
     * @param dialog what it shows before its prompt, if anything
     * @param programs starts the program that does the work, with these arguments
     */
    public FakeTui(
            List<String> arguments,
            Optional<Dialog> dialog,
            Function<List<String>, Connection> programs,
            InputStream in,
            PrintStream out) {
        this.arguments = withSession(arguments);
        this.dialog = dialog.map(StartDialog::new).orElse(null);
        this.programs = programs;
        this.keyboard = new Keyboard(in);
        this.picture = new Picture(out, Tty.size());
    }

    private static List<String> withSession(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        if (!all.contains("--session-id") && !all.contains("--resume")) {
            all.addAll(List.of("--session-id", UUID.randomUUID().toString()));
        }
        return all;
    }

    /** Runs until its user leaves, and returns the exit code. */
    public int run() throws IOException, InterruptedException {
        Tty.raw();
        try {
            start("keys", () -> keyboard.read(stroke -> happenings.add(() -> pressed(stroke))));
            if (dialog == null) {
                begin();
            } else {
                picture.only(dialog.lines());
            }
            Integer exit = null;
            while (exit == null) {
                exit = happenings.take().handle();
            }
            return exit;
        } finally {
            Tty.sane();
        }
    }

    /** The size of the window has changed. */
    public void resized() {
        happenings.add(() -> {
            picture.resize(Tty.size());
            redraw();
            return null;
        });
    }

    private void begin() throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(PIPES);
        all.addAll(arguments);
        Host host = new Host(programs.apply(all));
        Talk begun =
                new Talk(host, picture, SettingsHooks.in(value("--settings").map(Path::of)), sessionId());
        talk = begun;
        start("program", () -> {
            host.read(event -> happenings.add(() -> {
                begun.told(event);
                return null;
            }));
            happenings.add(begun::over);
        });
        host.initialize();
    }

    private @Nullable Integer pressed(Keyboard.Stroke stroke) throws IOException, InterruptedException {
        StartDialog open = dialog;
        if (open == null) {
            return talk == null ? null : talk.pressed(stroke);
        }
        switch (stroke.kind()) {
            case UP, DOWN -> open.move();
            case ESCAPE, INTERRUPT -> {
                return 1;
            }
            case ENTER -> {
                if (!open.isAccepted()) {
                    return 1;
                }
                dialog = null;
                begin();
                return null;
            }
            default -> {}
        }
        redraw();
        return null;
    }

    private void redraw() {
        if (dialog != null) {
            picture.only(dialog.lines());
        } else if (talk != null) {
            talk.draw();
        }
    }

    private String sessionId() {
        return value("--session-id").or(() -> value("--resume")).orElse("");
    }

    private Optional<String> value(String option) {
        int at = arguments.lastIndexOf(option);
        return at >= 0 && at + 1 < arguments.size() ? Optional.of(arguments.get(at + 1)) : Optional.empty();
    }

    private interface Work {
        void run() throws IOException;
    }

    private void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        happenings.add(() -> 1);
                    }
                },
                "fake-tui-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
