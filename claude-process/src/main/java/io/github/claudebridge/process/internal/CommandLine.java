package io.github.claudebridge.process.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /**
     * The whole command.
     *
     * @param sessionId the session to begin or to go on with
     * @param resume whether the session has a history
     */
    static List<String> of(ProcessSettings settings, UUID sessionId, boolean resume) {
        List<String> line = new ArrayList<>(settings.command());
        line.addAll(STREAM_JSON);
        if (settings.permissions() != null) {
            line.addAll(List.of("--permission-prompt-tool", "stdio"));
        }
        line.addAll(settings.options().arguments());
        line.addAll(session(settings.forkOf(), sessionId.toString(), resume));
        return line;
    }

    private static List<String> session(@Nullable UUID forkOf, String sessionId, boolean resume) {
        if (resume) {
            return List.of("--resume", sessionId);
        }
        return forkOf == null
                ? List.of("--session-id", sessionId)
                : List.of("--resume", forkOf.toString(), "--fork-session", "--session-id", sessionId);
    }
}
