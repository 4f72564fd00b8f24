package io.github.claudebridge.process.supervisor;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.Prompt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Prints what the supervisor adds: memory for suspended conversations, time for resuming one. */
public final class SupervisorBenchmark {

    private static final int CONVERSATIONS = 1000;
    private static final int ROUNDS = 11;

    private SupervisorBenchmark() {}

    /** Runs both. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("supervisor");
        System.out.printf("heap of %d suspended conversations: %d KiB%n", CONVERSATIONS, suspendedHeap() / 1024);
        resume(new FakeConversations(folder));
    }

    /** Conversations that have had a prompt, which failed, so that no process is needed. */
    private static long suspendedHeap() {
        try (Supervisor supervisor = Supervisor.of(key -> {
                    throw new IllegalStateException("nothing is to be started");
                })
                .build()) {
            failOnce(supervisor, "first");
            long before = usedHeap();
            for (int i = 0; i < CONVERSATIONS; i++) {
                failOnce(supervisor, "session-" + i);
            }
            return usedHeap() - before;
        }
    }

    private static void failOnce(Supervisor supervisor, String key) {
        supervisor
                .send(key, Prompt.of("hello"))
                .result()
                .exceptionally(failure -> null)
                .join();
    }

    private static long usedHeap() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("claude-supervisor")));
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void resume(FakeConversations host) {
        List<Long> alone = new ArrayList<>();
        List<Long> supervised = new ArrayList<>();
        try (Supervisor supervisor =
                host.supervisor().stateFolder(host.home().resolve("s")).build()) {
            FakeConversations.ask(supervisor, "a", "say hello");
            supervisor.suspend("a").join();
            for (int i = 0; i < ROUNDS; i++) {
                ConversationSpec spec = host.describe("a");
                ClaudeProcessBuilder builder =
                        ClaudeProcess.builder().directory(spec.directory()).resume(spec.sessionId());
                spec.setup().accept(builder);
                timed(alone, builder::start).close();
                timed(supervised, () -> supervisor.start("a").join());
                supervisor.suspend("a").join();
            }
        }
        System.out.printf("resume alone: %d ms, supervised: %d ms (medians)%n", median(alone), median(supervised));
    }

    private static ClaudeProcess timed(List<Long> times, Supplier<ClaudeProcess> start) {
        long begin = System.nanoTime();
        ClaudeProcess process = start.get();
        times.add(System.nanoTime() - begin);
        return process;
    }

    private static long median(List<Long> times) {
        return NANOSECONDS.toMillis(times.stream().sorted().toList().get(times.size() / 2));
    }
}
