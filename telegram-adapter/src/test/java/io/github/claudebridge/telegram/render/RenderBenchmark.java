package io.github.claudebridge.telegram.render;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/**
 * Measures rendering, in processor time of one thread, so that other programs on the machine disturb it little. The command and its numbers are in
 * {@code docs/performance.md}.
 */
final class RenderBenchmark {

    private static final int LENGTH = 100_000;
    private static final int WARM_UP = 150;
    private static final int ROUNDS = 21;
    private static final List<Integer> STEPS = List.of(1_000, 400, 200);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final String MIXED = """
            # Heading with `code`

            Some text with **bold words**, *italic* and a [link](https://example.com/path_x) plus `inline code` in it, going on for a while.
            A second line of it.

            - item one with **lead**: text
            - item two
              - nested item
            - item three

            ```java
            int x = 0;
            for (int i = 0; i < 10; i++) {
                x += i;
            }
            ```

            | Name | Value |
            |---|---|
            | a | 1 |
            | b | 22 |

            > a quote of *some* kind

            1. first
            2. second

            See https://example.com/a_b_c for more.

            """;
    private static final String PROSE =
            "Prose with **bold words**, *italic* and `inline code` in it, going on for a while and then some more. "
                            .repeat(6)
                    + "\n\n";
    private static final String CODE = "int x = 0;\nfor (int i = 0; i < 10; i++) {\n    x += i;\n}\n";

    private RenderBenchmark() {}

    public static void main(String[] args) {
        measure("mixed", cut(MIXED));
        measure("prose", cut(PROSE));
        measure("code", cut("```java\n" + CODE.repeat(LENGTH / CODE.length() + 1)));
    }

    private static String cut(String unit) {
        return unit.repeat(LENGTH / unit.length() + 1).substring(0, LENGTH);
    }

    private static void measure(String name, String document) {
        double once = median(() -> new MarkdownRenderer().render(document));
        System.out.printf("%s: 100 kB once %.1f ms%n", name, once);
        for (int step : STEPS) {
            double growing = median(() -> grow(document, step));
            System.out.printf(
                    "%s: growing by %d characters %.1f ms, %.1f times once%n", name, step, growing, growing / once);
        }
    }

    private static void grow(String document, int step) {
        StreamRenderer stream = new StreamRenderer();
        for (int i = 0; i < document.length(); i += step) {
            stream.append(document.substring(i, Math.min(document.length(), i + step)));
            stream.messages();
        }
    }

    private static double median(Runnable work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        double[] milliseconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.run();
            milliseconds[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds[ROUNDS / 2];
    }
}
