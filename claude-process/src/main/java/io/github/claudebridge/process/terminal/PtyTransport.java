package io.github.claudebridge.process.terminal;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.PipeTransport;
import io.github.claudebridge.process.transport.Preflight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Starts commands in pseudo terminals; each is the leader of a session that has the terminal. Thread-safe. */
final class PtyTransport {

    /** Sets the size before the command can look: from outside it comes too late, as was seen with JDK 25 and pty4j 0.13. */
    private static final String PRELUDE = "stty rows \"$1\" cols \"$2\"; shift 2; exec \"$@\"";

    private static final Path LINUX = Path.of("/proc/self");
    private static final Path TERMINALS = Path.of("/dev/pts");

    private PtyTransport() {}

    static PtyConnection start(Launch launch, WindowSize size) {
        // pty4j starts in its own directory where the given one is missing, and has one message for whatever is wrong
        // with a command.
        Preflight.check(launch);
        requireTerminals();
        String mark = launch.environment()
                .getOrDefault(PipeTransport.MARK, UUID.randomUUID().toString());
        Map<String, String> environment = new HashMap<>(launch.environment());
        environment.put(PipeTransport.MARK, mark);
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh", "-c", PRELUDE, "sh", Integer.toString(size.rows()), Integer.toString(size.columns())));
        command.addAll(launch.command());
        return new PtyConnection(spawn(command, launch, environment, size), mark);
    }

    /** Where the terminals of Linux are not mounted, what pty4j forks would wait for ever for a lock of the JVM that it is a copy of. */
    private static void requireTerminals() {
        if (Files.isDirectory(LINUX) && !Files.exists(TERMINALS.resolve("ptmx"))) {
            throw new ClaudeException(new ClaudeError.TerminalUnavailable("there are no terminals in " + TERMINALS));
        }
    }

    /** A device that is no terminal has no size; pty4j would run the command without one. */
    private static PtyProcess checked(PtyProcess process) throws IOException {
        try {
            process.getWinSize();
            return process;
        } catch (IOException noTerminal) {
            process.destroyForcibly();
            throw noTerminal;
        }
    }

    private static PtyProcess spawn(
            List<String> command, Launch launch, Map<String, String> environment, WindowSize size) {
        try {
            return checked(new PtyProcessBuilder(command.toArray(String[]::new))
                    .setEnvironment(environment)
                    .setDirectory(launch.directory().toString())
                    .setInitialColumns(size.columns())
                    .setInitialRows(size.rows())
                    .start());
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ClaudeException(new ClaudeError.TerminalUnavailable(Reasons.of(e)), e);
        }
    }
}
