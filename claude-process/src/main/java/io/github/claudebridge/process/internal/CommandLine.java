package io.github.claudebridge.process.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The arguments of the CLI. Only fixed flags, ids and checked values are on it; everything else goes through stdin. */
final class CommandLine {

    private static final List<String> STREAM_JSON = List.of(
            "-p",
            "--input-format",
            "stream-json",
            "--output-format",
            "stream-json",
            "--verbose",
            "--include-partial-messages",
            "--replay-user-messages");

    private CommandLine() {}

    static List<String> of(ProcessSettings settings, UUID sessionId, boolean resume) {
        List<String> line = new ArrayList<>(settings.command());
        line.addAll(STREAM_JSON);
        if (settings.permissions() != null) {
            line.addAll(List.of("--permission-prompt-tool", "stdio"));
        }
        line.addAll(settings.options().arguments());
        line.addAll(List.of(resume ? "--resume" : "--session-id", sessionId.toString()));
        return line;
    }
}
