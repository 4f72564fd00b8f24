package io.github.claudebridge.process.bench;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.ScriptedCli;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Many processes at once, and the threads that they need. */
final class ThreadCount {

    /** Gets ready and listens. */
    private static final String CLI = """
            read first; read second
            for id in host-1 host-2; do
              echo "{\\"type\\":\\"control_response\\",\\"response\\":{\\"subtype\\":\\"success\\",\\"request_id\\":\\"$id\\"}}"
            done
            cat >/dev/null
            """;

    private ThreadCount() {}

    /** A real process, of a shell that plays a CLI. */
    static ClaudeProcessBuilder subprocess() {
        return ClaudeProcess.builder()
                .command(List.of("/bin/sh", "-c", CLI, "cli"))
                .directory(Path.of("/"))
                .limits(Conversations.LIMITS);
    }

    /** A conversation in memory. */
    static ClaudeProcessBuilder inMemory() {
        return Conversations.with(new ScriptedCli(), new ClaudeListener() {});
    }

    /** How many threads more there are while so many live, without those of the JDK that wait for the end of each process. */
    static long threadsFor(int count, Supplier<ClaudeProcessBuilder> kind) {
        Deque<ClaudeProcess> open = new ArrayDeque<>();
        try {
            long before = ours();
            for (int i = 0; i < count; i++) {
                open.push(kind.get().start());
            }
            return ours() - before;
        } finally {
            open.parallelStream().forEach(ClaudeProcess::close);
        }
    }

    private static long ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("process reaper"))
                .count();
    }
}
