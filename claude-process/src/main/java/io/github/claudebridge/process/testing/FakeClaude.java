package io.github.claudebridge.process.testing;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.claudebridge.process.testing.internal.cli.FakeProgram;
import io.github.claudebridge.process.testing.internal.cli.Signals;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A stand-in for the Claude Code command line: a program that speaks its line protocol, answers as the prompt says, runs
 * the tools that the script calls and remembers its sessions in transcript files. It needs no network, account or money.
 *
 * <p>Give {@link #command()} as the command to whatever starts the real one.
 */
public final class FakeClaude {
    private static final int BUFFER = 1 << 16;

    private FakeClaude() {}

    /**
     * The command that starts the stand-in as a process of its own, to be followed by the arguments of the command line.
     * It uses the JVM that runs now and the class path or jar that this class came from.
     *
     * @return an immutable list, never empty
     */
    public static List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                classPath(),
                FakeClaude.class.getName());
    }

    /** Runs the stand-in in this process, on its standard streams, and exits. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = stream(FileDescriptor.out);
        FakeProgram program = new FakeProgram(
                List.of(arguments),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER),
                out,
                stream(FileDescriptor.err));
        Runtime.getRuntime().addShutdownHook(new Thread(program::stopTools, "fake-claude-end"));
        Signals.on("INT", program::interrupt);
        int exit = program.run();
        out.flush();
        System.exit(exit);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        BufferedOutputStream buffered = new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER);
        return new PrintStream(buffered, false, StandardCharsets.UTF_8);
    }

    private static String classPath() {
        Set<String> entries = new LinkedHashSet<>();
        entries.add(origin(FakeClaude.class));
        entries.add(origin(JsonFactory.class));
        return String.join(File.pathSeparator, entries);
    }

    private static String origin(Class<?> type) {
        CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource(), "no code source");
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
