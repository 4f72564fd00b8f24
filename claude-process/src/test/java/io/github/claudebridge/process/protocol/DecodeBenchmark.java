package io.github.claudebridge.process.protocol;

import io.github.claudebridge.process.framing.LineSink;
import io.github.claudebridge.process.framing.LineSplitter;
import io.github.claudebridge.process.support.CliLines;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How fast lines become events. Not a test; {@code docs/performance.md} says how to run it. */
public final class DecodeBenchmark {

    private static final int ROUNDS = 9;
    /** How many lines a stream has. */
    public static final int LINES = 5_000;

    private DecodeBenchmark() {}

    /** Prints the median of the rounds, in processor time. */
    public static void main(String[] arguments) {
        byte[] stream = mix(true);
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rates.add(stream.length / 1e6 / secondsFor(stream));
        }
        System.out.printf(
                "%d lines, %.1f MB: %.0f MB/s (median of %d; best %.0f)%n",
                LINES,
                stream.length / 1e6,
                rates.stream().sorted().toList().get(ROUNDS / 2),
                ROUNDS,
                rates.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    private static double secondsFor(byte[] stream) {
        AtomicLong events = new AtomicLong();
        MessageDecoder decoder = new MessageDecoder();
        LineSplitter splitter = new LineSplitter(LineSplitter.DEFAULT_MAX_BYTES, new LineSink() {
            @Override
            public void line(byte[] buffer, int offset, int length) {
                decoder.decode(buffer, offset, length, message -> events.incrementAndGet());
            }

            @Override
            public void tooLong(byte[] head, long length) {
                throw new AssertionError("no line is too long");
            }
        });
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int at = 0; at < stream.length; at += 1 << 16) {
            splitter.feed(stream, at, Math.min(1 << 16, stream.length - at));
        }
        long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (events.get() != LINES) {
            throw new AssertionError("events: " + events);
        }
        return (after - before) / 1e9;
    }

    /** The stream of this benchmark with short blocks in the place of the deltas. */
    public static byte[] wholeBlocks() {
        return mix(false);
    }

    /** 80 % small deltas, 17 % blocks, 2 % large and 1 % very large tool results. */
    private static byte[] mix(boolean deltas) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            text.append(line(i % 100, deltas)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(int kind, boolean deltas) {
        if (kind < 80) {
            String words = "a few words".repeat(12);
            return deltas ? CliLines.delta(words) : CliLines.text(words);
        }
        return CliLines.text(
                kind < 97
                        ? "a block of text\n".repeat(110)
                        : "a result, \"quoted\"\n".repeat(kind < 99 ? 3_000 : 20_000));
    }
}
