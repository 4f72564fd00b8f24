package io.github.claudebridge.process;

import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.support.CliLines;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.ScriptedCli;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** How long a prompt takes to the CLI's stdin, and a line to its callback. Not a test; {@code docs/performance.md} says how to run it. */
public final class LatencyBenchmark {

    private static final UUID SESSION = new UUID(1, 1);
    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 10_000;

    private LatencyBenchmark() {}

    /** Prints medians and 99th percentiles. */
    public static void main(String[] arguments) throws InterruptedException {
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        ClaudeListener listener = new ClaudeListener() {
            @Override
            public void onOutput(Output output) {
                heard.add(System.nanoTime());
            }
        };
        ScriptedCli cli = new ScriptedCli();
        List<Long> toStdin = new ArrayList<>();
        List<Long> toCallback = new ArrayList<>();
        try (ClaudeProcess claude = Conversations.with(cli, listener).start()) {
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                long sent = System.nanoTime();
                Turn turn = claude.send("hello");
                cli.nextPrompt();
                long arrived = System.nanoTime();
                cli.say(CliLines.delta("hi"));
                long called = heard.take();
                cli.say(CliLines.result(SESSION, "hi").text());
                Conversations.resultOf(turn);
                if (round >= WARM_UP) {
                    toStdin.add(arrived - sent);
                    toCallback.add(called - arrived);
                }
            }
        }
        print("send to stdin", toStdin);
        print("line to callback", toCallback);
    }

    private static void print(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                "%s: p50 %.3f ms, p99 %.3f ms%n",
                what, sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 99 / 100) / 1e6);
    }
}
