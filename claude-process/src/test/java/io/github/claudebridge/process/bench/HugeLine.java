package io.github.claudebridge.process.bench;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.framing.LineSplitter;
import io.github.claudebridge.process.support.CliLines;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.Heap;
import io.github.claudebridge.process.support.ScriptedCli;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A line as long as a line may be, and what stays of it. */
final class HugeLine {

    private static final UUID SESSION = new UUID(1, 3);

    private final ScriptedCli cli = new ScriptedCli();
    private final AtomicLong longest = new AtomicLong();
    private final ClaudeListener listener = new ClaudeListener() {
        @Override
        public void onOutput(Output output) {
            longest.accumulateAndGet(output.text().length(), Math::max);
        }
    };

    /**
     * What came of it.
     *
     * @param characters the length of the text that arrived
     * @param heapGrowth how many bytes more the heap holds afterwards
     */
    record Result(long characters, long heapGrowth) {}

    /** A line of exactly the limit in the middle of a turn that goes on. */
    Result send() {
        try (ClaudeProcess claude = Conversations.with(cli, listener).start()) {
            Turn turn = claude.send("go");
            cli.nextPrompt();
            long before = Heap.retained();
            int frame = CliLines.text("").length();
            cli.say(CliLines.text("x".repeat(LineSplitter.DEFAULT_MAX_BYTES - frame)));
            cli.say(CliLines.result(SESSION, "done").text());
            Conversations.resultOf(turn);
            return new Result(longest.get(), Heap.retained() - before);
        }
    }
}
