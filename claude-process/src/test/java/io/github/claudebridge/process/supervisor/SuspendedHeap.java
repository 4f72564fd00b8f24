package io.github.claudebridge.process.supervisor;

import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.support.Heap;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.transport.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** How much heap suspended conversations take. Each has had a process, which answered a prompt, and was suspended. */
final class SuspendedHeap {

    static final int CONVERSATIONS = 1000;

    /** So many before the first measurement load classes, and fill what does not grow with the number of conversations. */
    private static final int BEFORE = 50;

    private final Path folder;
    private final Transport stand = FakeClaude.setup().inMemory();

    private SuspendedHeap(Path folder) {
        this.folder = folder;
    }

    /**
     * Prints the number of bytes that so many conversations take.
     *
     * @param arguments an empty folder
     */
    public static void main(String[] arguments) throws IOException {
        System.out.println(bytes(Path.of(arguments[0])));
    }

    /** The number of bytes that {@link #CONVERSATIONS} take; the folder is empty. */
    static long bytes(Path folder) throws IOException {
        return new SuspendedHeap(Files.createDirectories(folder)).measure();
    }

    private long measure() {
        try (Supervisor supervisor = Supervisor.of(this::describe)
                .maxLive(8)
                .stateFolder(folder.resolve("s"))
                .build()) {
            talk(supervisor, 0, BEFORE);
            long before = retained();
            talk(supervisor, BEFORE, BEFORE + CONVERSATIONS);
            long grown = retained() - before;
            long suspended = supervisor.states().values().stream()
                    .filter(ConversationState.SUSPENDED::equals)
                    .count();
            if (suspended != BEFORE + CONVERSATIONS) {
                throw new IllegalStateException("only " + suspended + " are suspended");
            }
            return grown;
        }
    }

    /** It keeps nothing of its own, so that all that grows is the supervisor's. */
    private ConversationSpec describe(String key) {
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return ConversationSpec.fresh(folder, id).withTransport(stand).with(this::setUp);
    }

    private void setUp(ClaudeProcessBuilder builder) {
        builder.environment(Map.of("HOME", folder.toString())).limits(FakeConversations.LIMITS);
    }

    private static void talk(Supervisor supervisor, int from, int to) {
        for (int i = from; i < to; i++) {
            String key = "session-" + i;
            FakeConversations.ask(supervisor, key, "say hello");
            supervisor.suspend(key).orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    /** When the threads that served them have ended. */
    private static long retained() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("claude-supervisor")));
        return Heap.retained();
    }
}
