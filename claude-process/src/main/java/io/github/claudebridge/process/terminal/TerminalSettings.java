package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.Limits;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.Transport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;

/** What a builder has collected. Immutable. */
record TerminalSettings(
        List<String> command,
        Path directory,
        UUID sessionId,
        boolean resume,
        Map<String, String> environment,
        List<String> arguments,
        WindowSize size,
        TerminalListener bytes,
        UnaryOperator<Transport> around,
        Limits limits,
        ThreadFactory threads) {

    /**
     * Starts it.
     *
     * @param settingsFile what is added to Claude Code's settings
     */
    LiveTerminal launch(Path settingsFile) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("--settings", settingsFile.toString()));
        line.addAll(arguments);
        line.addAll(List.of(resume ? "--resume" : "--session-id", sessionId.toString()));
        return LiveTerminal.start(
                new Launch(line, directory, environment), size, bytes, around, limits.closeStep(), threads);
    }
}
