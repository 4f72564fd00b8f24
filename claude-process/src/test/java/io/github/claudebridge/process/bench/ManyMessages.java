package io.github.claudebridge.process.bench;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.support.CliLines;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.Heap;
import io.github.claudebridge.process.support.ScriptedCli;
import java.util.UUID;

/** A long conversation in memory, and what of it stays on the heap. */
final class ManyMessages implements AutoCloseable {

    private static final UUID SESSION = new UUID(1, 2);
    private static final int TOGETHER = 500;

    private final ScriptedCli cli = new ScriptedCli();
    private final ClaudeProcess claude =
            Conversations.with(cli, new ClaudeListener() {}).start();
    private final String messages = (CliLines.text("a block of text\n".repeat(35)) + "\n").repeat(TOGETHER);

    /** How many bytes more the heap holds after so many turns of so many messages of about 0.6 kB. */
    long heapGrowth(int turns, int messagesPerTurn) {
        run(3, messagesPerTurn);
        long before = Heap.retained();
        run(turns, messagesPerTurn);
        return Heap.retained() - before;
    }

    private void run(int turns, int messagesPerTurn) {
        for (int turn = 0; turn < turns; turn++) {
            Turn sent = claude.send("go");
            cli.nextPrompt();
            for (int i = 0; i < messagesPerTurn; i += TOGETHER) {
                cli.connection().say(messages);
            }
            cli.say(CliLines.result(SESSION, "done").text());
            Conversations.resultOf(sent);
        }
    }

    @Override
    public void close() {
        claude.close();
    }
}
