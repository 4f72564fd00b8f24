package io.github.claudebridge.process.supervisor;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.testing.RealClaude;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Prints what the supervisor adds: memory and processor time for suspended conversations, time for resuming one. */
public final class SupervisorBenchmark {

    private static final int ROUNDS = 11;
    private static final Duration IDLE = Duration.ofSeconds(20);

    private SupervisorBenchmark() {}

    /** Runs all; with the real CLI where it can be run. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("supervisor");
        System.out.printf(
                "heap of %d suspended conversations: %d KiB%n",
                SuspendedHeap.CONVERSATIONS, SuspendedHeap.bytes(folder.resolve("heap")) / 1024);
        idle(folder.resolve("idle"));
        FakeConversations host = new FakeConversations(folder);
        resume(host, "the stand-in", builder -> {});
        if (RealClaude.whyUnavailable().isEmpty()) {
            try (RealClaude claude = RealClaude.in(Files.createDirectory(folder.resolve("home")))) {
                List<String> command = List.of(claude.executable().toString());
                resume(
                        new FakeConversations(Files.createDirectory(folder.resolve("real"))),
                        "the real CLI",
                        builder -> builder.command(command).environment(claude.environment()));
            }
        }
    }

    /** What the thread that keeps the time takes, with everything on that needs it, while nothing goes on. */
    private static void idle(Path state) {
        try (Supervisor supervisor = Supervisor.of(key -> {
                    throw new IllegalStateException("nothing is to be started");
                })
                .stateFolder(state)
                .maxMemory(1L << 30)
                .build()) {
            failOnce(supervisor, "first");
            long before = timerCpu();
            LockSupport.parkNanos(IDLE.toNanos());
            System.out.printf(
                    "processor time of an idle supervisor: %.1f ms in %d s%n",
                    (timerCpu() - before) / 1e6, IDLE.toSeconds());
        }
    }

    private static long timerCpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("claude-supervisor-timer"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getId()))
                .sum();
    }

    private static void failOnce(Supervisor supervisor, String key) {
        supervisor
                .send(key, Prompt.of("hello"))
                .result()
                .exceptionally(failure -> null)
                .join();
    }

    private static void resume(FakeConversations host, String cli, Consumer<ClaudeProcessBuilder> setup) {
        List<Long> alone = new ArrayList<>();
        List<Long> supervised = new ArrayList<>();
        ConversationSource source = key -> host.describe(key).with(setup);
        try (Supervisor supervisor = Supervisor.of(source)
                .listener(host)
                .stateFolder(host.home().resolve("s"))
                .build()) {
            FakeConversations.ask(supervisor, "a", "say hello");
            supervisor.suspend("a").join();
            for (int i = 0; i < ROUNDS; i++) {
                ConversationSpec spec = source.describe("a");
                ClaudeProcessBuilder builder =
                        ClaudeProcess.builder().directory(spec.directory()).resume(spec.sessionId());
                spec.setup().accept(builder);
                timed(alone, builder::start).close();
                timed(supervised, () -> supervisor.start("a").join());
                supervisor.suspend("a").join();
            }
        }
        System.out.printf(
                "resume with %s, alone: %d ms, supervised: %d ms (medians of %d)%n",
                cli, median(alone), median(supervised), ROUNDS);
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
