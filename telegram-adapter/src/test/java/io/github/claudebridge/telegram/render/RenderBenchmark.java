package io.github.claudebridge.telegram.render;

import java.util.Arrays;
import java.util.List;

/**
 * Measures rendering, in processor time of one thread, so that other programs on the machine disturb it little. The command and its numbers are in
 * {@code docs/performance.md}.
 */
final class RenderBenchmark {

    private static final int LENGTH = 100_000;
    private static final int FRAME = 4_000;
    private static final int WARM_UP = 150;
    private static final List<Integer> STEPS = List.of(1_000, 400, 100, 20);

    private RenderBenchmark() {}

    /** Takes the number of rounds, by default 21; many more warm up. */
    public static void main(String[] args) {
        int rounds = args.length == 0 ? 21 : Integer.parseInt(args[0]);
        LongDocuments.ofLength(LENGTH).forEach((name, document) -> measure(name, document, rounds));
    }

    private static void measure(String name, String document, int rounds) {
        for (int i = 0; i < WARM_UP; i++) {
            new MarkdownRenderer().render(document);
            grow(document, STEPS.get(0));
        }
        double once = median(() -> new MarkdownRenderer().render(document), rounds);
        StringBuilder line = new StringBuilder("| %s | %.1f ms |".formatted(name, once));
        for (int step : STEPS) {
            line.append(" %.1f |".formatted(median(() -> grow(document, step), rounds) / once));
        }
        System.out.println(line);
    }

    /** A frame after each step, and the finished answer. */
    private static void grow(String document, int step) {
        StreamRenderer stream = new StreamRenderer();
        for (int i = 0; i < document.length(); i += step) {
            stream.append(document.substring(i, Math.min(document.length(), i + step)));
            stream.tail(FRAME);
        }
        stream.messages();
    }

    private static double median(Runnable work, int rounds) {
        double[] milliseconds = new double[rounds];
        for (int i = -rounds / 2; i < rounds; i++) {
            milliseconds[Math.max(i, 0)] = ProcessorTime.of(work).toNanos() / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds[rounds / 2];
    }
}
