package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ConversationSource;
import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.process.transport.Transport;
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
    public Running launch(String key, Watcher watcher, History history, Lifeline lifeline, Consumer<Boolean> starting) {
        ConversationSpec spec = describe(key);
        watcher.tellAlso(spec.listener());
        Resources taken = resources.take(key, spec);
        try {
            Start start = new Start(taken.apply(spec), lifeline, watcher, taken);
            History.Evidence evidence = history.of(spec);
            starting.accept(evidence != History.Evidence.NONE);
            Running running = start(start, evidence);
            taken.heldBy(running.process().pid());
            return running;
        } catch (RuntimeException | Error failed) {
            lifeline.cut();
            taken.close();
            throw failed;
        }
    }

    private ConversationSpec describe(String key) {
        try {
            return source.describe(key);
        } catch (ClaudeException e) {
            throw e;
        } catch (RuntimeException | Error failure) {
            throw new ClaudeException(new ClaudeError.CallbackFailed("describe", failure), failure);
        }
    }

    private Running start(Start start, History.Evidence evidence) {
        boolean resume = evidence != History.Evidence.NONE;
        try {
            return begin(start, resume);
        } catch (ClaudeException e) {
            if (!leavesOtherWay(evidence, e.error())) {
                throw e;
            }
            return begin(start, !resume);
        }
    }

    private static boolean leavesOtherWay(History.Evidence evidence, ClaudeError error) {
        return switch (evidence) {
            case NONE -> error instanceof ClaudeError.SessionInUse;
            case LIKELY -> error instanceof ClaudeError.SessionNotFound;
            case CERTAIN -> false;
        };
    }

    private Running begin(Start start, boolean resume) {
        ConversationSpec spec = start.spec;
        Transport transport = start.lifeline.over(start.taken.over(spec.transport()));
        ClaudeProcess process = starter.start(spec, resume, transport, start.watcher);
        return new Running(process, spec, resume, clock.instant(), start.taken);
    }

    /** What a process is started with. */
    private record Start(ConversationSpec spec, Lifeline lifeline, Watcher watcher, Resources taken) {}
}
