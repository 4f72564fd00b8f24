package io.github.claudebridge.process.bench;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.support.CliLines;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.ScriptedCli;
import java.util.UUID;

/** So many turns that the library is compiled before it is measured. */
final class TurnsInMemory {

    private static final int TURNS = 6_000;
    private static final int PIECES = 12;
    private static final UUID SESSION = new UUID(1, 1);

    private TurnsInMemory() {}

    static void run() {
        ScriptedCli cli = new ScriptedCli();
        try (ClaudeProcess claude =
                Conversations.with(cli, new ClaudeListener() {}).start()) {
            for (int i = 0; i < TURNS; i++) {
                Turn turn = claude.send("hello");
                cli.nextPrompt();
                for (int piece = 0; piece < PIECES; piece++) {
                    cli.say(CliLines.delta("hi"));
                }
                cli.say(CliLines.result(SESSION, "hi").text());
                Conversations.resultOf(turn);
            }
        }
    }
}
