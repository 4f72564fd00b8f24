package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ConversationSource;
import io.github.claudebridge.process.supervisor.ConversationSpec;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Starts processes by the rule of identity: a session that has had a turn is resumed, another is begun under its id. Where a crash has
 * left it open which of the two it is, the CLI itself tells; a history that is certain is never given up. Thread-safe.
 */
final class ProcessLauncher implements Launcher {

    private final ConversationSource source;
    private final Resources.Source resources;
    private final ProcessStarter starter;
    private final Clock clock;

    ProcessLauncher(ConversationSource source, Resources.Source resources, ProcessStarter starter, Clock clock) {
        this.source = source;
        this.resources = resources;
        this.starter = starter;
        this.clock = clock;
    }

    @Override
    public Running launch(String key, Watcher watcher, History history, Consumer<Boolean> starting) {
        ConversationSpec spec = source.describe(key);
        watcher.tellAlso(spec.listener());
        Resources taken = resources.take(key, spec);
        try {
            Running running = start(taken.apply(spec), taken, watcher, history.of(spec), starting);
            taken.heldBy(running.process().pid());
            return running;
        } catch (RuntimeException | Error failed) {
            taken.close();
            throw failed;
        }
    }

    private Running start(
            ConversationSpec spec,
            Resources taken,
            Watcher watcher,
            History.Evidence evidence,
            Consumer<Boolean> starting) {
        boolean resume = evidence != History.Evidence.NONE;
        starting.accept(resume);
        try {
            return begin(spec, resume, watcher, taken);
        } catch (ClaudeException e) {
            if (!leavesOtherWay(evidence, e.error())) {
                throw e;
            }
            return begin(spec, !resume, watcher, taken);
        }
    }

    private static boolean leavesOtherWay(History.Evidence evidence, ClaudeError error) {
        return switch (evidence) {
            case NONE -> error instanceof ClaudeError.SessionInUse;
            case LIKELY -> error instanceof ClaudeError.SessionNotFound;
            case CERTAIN -> false;
        };
    }

    private Running begin(ConversationSpec spec, boolean resume, Watcher watcher, Resources taken) {
        ClaudeProcess process = starter.start(spec, resume, taken.over(spec.transport()), watcher);
        return new Running(process, spec, resume, clock.instant(), taken);
    }
}
