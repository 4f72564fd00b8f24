package io.github.claudebridge.process.transport;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Runs commands as child processes with three pipes. Each runs in a session of its own where the system has {@code setsid}, so that
 * Ctrl-C in the host's terminal does not reach it before the host has closed it in order. Thread-safe.
 */
public final class PipeTransport implements Transport {

    /**
     * The environment variable that marks everything a command started, with a value of its own for each command. A launch that has it
     * already keeps its value.
     */
    public static final String MARK = "CLAUDE_BRIDGE_TREE";

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    @Override
    public Connection start(Launch launch) {
        Preflight.check(launch);
        String mark = launch.environment().getOrDefault(MARK, UUID.randomUUID().toString());
        List<String> command = new ArrayList<>(launch.command());
        if (Files.isExecutable(SETSID)) {
            command.add(0, SETSID.toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(launch.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        builder.environment().put(MARK, mark);
        try {
            return new PipeConnection(builder.start(), mark);
        } catch (IOException e) {
            throw new ClaudeException(new ClaudeError.SpawnFailed(String.valueOf(e.getMessage())), e);
        }
    }
}
