package io.github.claudebridge.process.testing;

import io.github.claudebridge.process.testing.internal.cli.FakeProgram;
import io.github.claudebridge.process.testing.internal.cli.Signals;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A stand-in for the Claude Code command line: a program that speaks its line protocol, answers as the prompt says, runs
 * the tools that the script calls and remembers its sessions in transcript files. It needs no network, account or money. On a terminal,
 * and without {@code -p}, it is an interactive program with a prompt.
 *
 * <p>Give {@link #command()} as the command to whatever starts the real one.
 */
public final class FakeClaude {
    private static final int BUFFER = 1 << 16;

    private FakeClaude() {}

    /** A stand-in that behaves well from its start; see {@link FakeSetup} for others. */
    public static FakeSetup setup() {
        return new FakeSetup(List.of());
    }

    /** The command that starts the stand-in as a process of its own: {@code setup().command()}. */
    public static List<String> command() {
        return setup().command();
    }

    /** Runs the stand-in in this process, on its standard streams, and exits. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = stream(FileDescriptor.out);
        if (Interactive.isWanted(List.of(arguments))) {
            System.exit(new Interactive(List.of(arguments), out).run());
        }
        FakeProgram program = new FakeProgram(
                List.of(arguments),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER),
                out,
                stream(FileDescriptor.err));
        Runtime.getRuntime().addShutdownHook(new Thread(program::stopTools, "fake-claude-end"));
        Signals.on("INT", program::interrupt);
        Signals.on("TERM", program::terminate);
        int exit = program.run();
        out.flush();
        System.exit(exit);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        BufferedOutputStream buffered = new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER);
        return new PrintStream(buffered, false, StandardCharsets.UTF_8);
    }
}
