package io.github.claudebridge.process.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.ProcessMode;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.PipeTransport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Turns with the real CLI, offline: through the library, through a bare pipe, and with a CLI for each turn, in turn. Not a test; {@code
 * docs/performance.md} says how to run it.
 */
public final class RealCliBenchmark {

    /** So many that the library is compiled before it is measured. */
    private static final int WARM_UP = 200;

    private RealCliBenchmark() {}

    /**
     * Prints medians.
     *
     * @param arguments a folder for the run; how many turns; how many turns with a CLI of their own
     */
    public static void main(String[] arguments) throws IOException {
        Path home = Files.createDirectories(Path.of(arguments[0])).toRealPath();
        int turns = Integer.parseInt(arguments[1]);
        int ownClis = Integer.parseInt(arguments[2]);
        AtomicReference<Launch> launched = new AtomicReference<>();
        PipeTransport pipes = new PipeTransport();
        try (RealClaude real = RealClaude.in(home);
                ClaudeProcess claude = builder(real, home)
                        .transport(launch -> {
                            launched.set(launch);
                            return pipes.start(launch);
                        })
                        .start();
                RawPipe raw = new RawPipe(Objects.requireNonNull(launched.get()));
                ClaudeProcess perTurn =
                        builder(real, home).mode(ProcessMode.PER_TURN).start()) {
            compareWithPipe(claude, raw, turns);
            compareWithPerTurn(claude, perTurn, ownClis);
        }
    }

    private static ClaudeProcessBuilder builder(RealClaude real, Path home) {
        return ClaudeProcess.builder()
                .command(List.of(real.executable().toString()))
                .environment(real.environment())
                .directory(home);
    }

    private static void compareWithPipe(ClaudeProcess claude, RawPipe raw, int turns) throws IOException {
        List<Long> library = new ArrayList<>();
        List<Long> pipe = new ArrayList<>();
        List<Long> work = new ArrayList<>();
        for (int i = 0; i < WARM_UP + turns; i++) {
            long begun = System.nanoTime();
            raw.turn("say hello");
            long between = System.nanoTime();
            long workBefore = processorTime();
            Conversations.resultOf(claude.send("say hello"));
            long ended = System.nanoTime();
            if (i >= WARM_UP) {
                pipe.add(between - begun);
                library.add(ended - between);
                work.add(processorTime() - workBefore);
            }
        }
        System.out.printf(
                "%d turns: library p50 %.2f ms, pipe p50 %.2f ms, added %.2f ms; processor time of this JVM %.2f ms%n",
                turns, median(library), median(pipe), median(library) - median(pipe), median(work));
    }

    /** Of all threads of this JVM, the model's stand-in included. */
    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void compareWithPerTurn(ClaudeProcess claude, ClaudeProcess perTurn, int turns) {
        List<Long> persistent = new ArrayList<>();
        List<Long> fresh = new ArrayList<>();
        Conversations.resultOf(perTurn.send("say hello"));
        for (int i = 0; i < turns; i++) {
            long begun = System.nanoTime();
            Conversations.resultOf(claude.send("say hello"));
            long between = System.nanoTime();
            Conversations.resultOf(perTurn.send("say hello"));
            long ended = System.nanoTime();
            persistent.add(between - begun);
            fresh.add(ended - between);
        }
        System.out.printf(
                "%d turns: a CLI for each p50 %.1f ms, one for all p50 %.1f ms, ratio %.1f%n",
                turns, median(fresh), median(persistent), median(fresh) / median(persistent));
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }
}
