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

    /** So many that the CLIs are as fast as they get. */
    private static final int WARM_UP = 200;

    private RealCliBenchmark() {}

    /**
     * Prints medians.
     *
     * @param arguments a folder for the run; how many turns; how many turns with a CLI of their own
     */
    public static void main(String[] arguments) throws IOException {
        Path home = Files.createDirectories(Path.of(arguments[0])).toRealPath();
        TurnsInMemory.run();
        try (RealClaude real = RealClaude.in(home)) {
            compareWithPipes(builder(real, home), Integer.parseInt(arguments[1]));
            compareWithPerTurn(builder(real, home), Integer.parseInt(arguments[2]));
        }
    }

    private static ClaudeProcessBuilder builder(RealClaude real, Path home) {
        return ClaudeProcess.builder()
                .command(List.of(real.executable().toString()))
                .environment(real.environment())
                .directory(home);
    }

    /** The library starts the CLI in a Unix session of its own, which by itself changes how the kernel shares out its time. */
    private static void compareWithPipes(ClaudeProcessBuilder builder, int turns) throws IOException {
        AtomicReference<Launch> launched = new AtomicReference<>();
        PipeTransport pipes = new PipeTransport();
        builder.transport(launch -> {
            launched.set(launch);
            return pipes.start(launch);
        });
        List<Long> library = new ArrayList<>();
        List<Long> pipe = new ArrayList<>();
        List<Long> pipeApart = new ArrayList<>();
        long work = 0;
        try (ClaudeProcess claude = builder.start();
                RawPipe raw = new RawPipe(Objects.requireNonNull(launched.get()));
                RawPipe apart = new RawPipe(Objects.requireNonNull(launched.get()), "/usr/bin/setsid")) {
            for (int i = 0; i < WARM_UP + turns; i++) {
                pipe.add(nanosOf(raw));
                pipeApart.add(nanosOf(apart));
                long workBefore = processorTime();
                library.add(nanosOf(claude));
                work += i < WARM_UP ? 0 : processorTime() - workBefore;
            }
        }
        System.out.printf(
                "%d turns, p50: library %.2f ms, pipe %.2f ms, pipe to another Unix session %.2f ms; processor time of this JVM %.2f ms%n",
                turns, median(library, WARM_UP), median(pipe, WARM_UP), median(pipeApart, WARM_UP), work / 1e6 / turns);
    }

    private static long nanosOf(RawPipe pipe) throws IOException {
        long begun = System.nanoTime();
        pipe.turn("say hello");
        return System.nanoTime() - begun;
    }

    private static long nanosOf(ClaudeProcess claude) {
        long begun = System.nanoTime();
        Conversations.resultOf(claude.send("say hello"));
        return System.nanoTime() - begun;
    }

    /** Of all threads of this JVM, the model's stand-in included. */
    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** With new CLIs, so that neither has a longer history than the other. */
    private static void compareWithPerTurn(ClaudeProcessBuilder builder, int turns) {
        List<Long> persistent = new ArrayList<>();
        List<Long> fresh = new ArrayList<>();
        try (ClaudeProcess one = builder.start();
                ClaudeProcess each = builder.mode(ProcessMode.PER_TURN).start()) {
            for (int i = 0; i <= turns; i++) {
                persistent.add(nanosOf(one));
                fresh.add(nanosOf(each));
            }
        }
        System.out.printf(
                "%d turns: a CLI for each p50 %.1f ms, one for all p50 %.1f ms, ratio %.1f%n",
                turns, median(fresh, 1), median(persistent, 1), median(fresh, 1) / median(persistent, 1));
    }

    private static double median(List<Long> nanos, int skipped) {
        List<Long> sorted = nanos.stream().skip(skipped).sorted().toList();
        return sorted.get(sorted.size() / 2) / 1e6;
    }
}
