package io.github.claudebridge.telegram.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How long the bot takes for its part of a turn: from an update that it is handed to the prompt on the CLI's stdin, stored on the disk on the
 * way, and from the result on the CLI's stdout to the answer at the server. Alone, and while other conversations stream. Not a test;
 * {@code docs/performance.md} says how to run it.
 */
public final class DeliveryBenchmark {

    private static final long ANN = 7;
    private static final int WARM_UP = Integer.getInteger("warmup", 300);
    private static final int ROUNDS = Integer.getInteger("rounds", 500);
    private static final int STREAMS = 50;

    private final BenchBot bot;
    private final BenchServer server;
    private int marks;

    private DeliveryBenchmark(BenchBot bot, BenchServer server) {
        this.bot = bot;
        this.server = server;
    }

    /** Takes a folder that is on the disk which is to be measured. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "delivery-");
        Set<Long> others = LongStream.range(1_000, 1_000 + STREAMS).boxed().collect(Collectors.toSet());
        Set<Long> users = LongStream.concat(others.stream().mapToLong(id -> id), LongStream.of(ANN))
                .boxed()
                .collect(Collectors.toSet());
        try (BenchServer server = new BenchServer();
                BenchBot bot = new BenchBot(folder, server, users)) {
            DeliveryBenchmark benchmark = new DeliveryBenchmark(bot, server);
            benchmark.measure("alone");
            for (long user : others) {
                bot.receive(user, "say mark-" + user + "000000 ++ long 100000 50");
            }
            for (long user : others) {
                bot.prompts.await("mark-" + user + "000000");
            }
            benchmark.measure(STREAMS + " streams");
        }
        // Streams that are cut off leave threads behind.
        System.exit(0);
    }

    private void measure(String name) throws InterruptedException {
        long[] in = new long[ROUNDS];
        long[] out = new long[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            String mark = "mark-" + ++marks;
            long begin = System.nanoTime();
            bot.receive(ANN, "say " + mark);
            long prompted = bot.prompts.await(mark);
            long answered = server.messages().await(mark);
            if (round >= 0) {
                in[round] = prompted - begin;
                out[round] = answered - bot.results.await(mark);
            }
            while (bot.handled.take() != ANN) {}
        }
        print(name, "update -> stdin", in);
        print(name, "result -> wire", out);
    }

    private static void print(String name, String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-12s %-16s p50 %.2f ms  p95 %.2f ms%n",
                name,
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6);
    }
}
