package io.github.claudebridge.process.support;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.Limits;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Processes with a {@link ScriptedCli} behind them. */
public final class Conversations {

    /** Short enough for tests, long enough for a busy machine. */
    public static final Limits LIMITS = Limits.DEFAULT
            .withStart(Duration.ofSeconds(30))
            .withIdleBeforeClose(Duration.ofMillis(50))
            .withCloseStep(Duration.ofMillis(400));

    private Conversations() {}

    /** A process that has everything but a directory of its own. */
    public static ClaudeProcessBuilder with(ScriptedCli cli, ClaudeListener listener) {
        return ClaudeProcess.builder()
                .transport(cli)
                .directory(Path.of("/"))
                .limits(LIMITS)
                .listener(listener);
    }

    /** The result of a turn that ends; waits for it. */
    public static TurnResult resultOf(Turn turn) {
        return turn.result().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
