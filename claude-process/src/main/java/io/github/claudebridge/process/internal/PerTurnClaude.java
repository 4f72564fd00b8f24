package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.ExitStatus;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.control.InterruptReceipt;
import io.github.claudebridge.process.control.SlashCommand;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.event.BackgroundTasks;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.SessionInit;
import io.github.claudebridge.process.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a CLI that is started afresh for each turn. Slower by a start per turn, but nothing runs between turns: a CLI gets
 * no more input once its prompts have had their ends, unless it has work in the background; then it stays, and gets the next prompts too.
 * Thread-safe.
 */
public final class PerTurnClaude extends HostedClaude {

    private static final Set<String> LASTING = Set.of("set_model", "set_permission_mode", "set_max_thinking_tokens");

    /** A background task that has ended is spoken about in a turn that begins a moment later. */
    private static final Duration REPORT_PATIENCE = Duration.ofSeconds(2);

    private final ProcessSettings settings;
    private final Map<String, Map<String, ?>> standing = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable TurnCli> current = new AtomicReference<>();
    private final AtomicReference<@Nullable OpenTurn> unsent = new AtomicReference<>();
    private final AtomicBoolean closeCalled = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();
    private final Executor starts = new SerialExecutor(SharedThreads.CALLBACKS);

    private PerTurnClaude(ProcessSettings settings) {
        super(settings);
        this.settings = settings;
    }

    /** Gets ready; nothing is started before the first prompt. */
    public static PerTurnClaude start(ProcessSettings settings) {
        PerTurnClaude claude = new PerTurnClaude(settings);
        claude.conversation().ready();
        return claude;
    }

    @Override
    boolean sendToCli(OpenTurn turn, boolean intoTurn) {
        TurnCli running = current.get();
        if (running != null && running.offer(turn)) {
            return true;
        }
        if (intoTurn) {
            return false;
        }
        unsent.set(turn);
        starts.execute(() -> run(turn));
        return true;
    }

    @Override
    void endedInCli(OpenTurn turn) {
        TurnCli running = current.get();
        if (running != null) {
            running.ended(turn, conversation().hasBackgroundWork());
        }
    }

    /** One CLI, from its start to its end. */
    private void run(OpenTurn turn) {
        if (closing.get() || unsent.get() != turn) {
            return;
        }
        ClaudeError error;
        try {
            error = runCli(turn).error(conversation().sessionId());
        } catch (ClaudeException e) {
            error = e.error();
        } catch (Throwable unexpected) {
            error = new ClaudeError.SpawnFailed(unexpected.toString());
        }
        boolean unused = unsent.compareAndSet(turn, null);
        TurnCli gone = current.getAndSet(null);
        Set<UUID> left = gone == null ? new LinkedHashSet<>() : gone.leave();
        left.add(turn.promptId());
        if (conversation().cliGone(left, error)) {
            announcer().error(error);
        }
    }

    private CliEnd runCli(OpenTurn turn) {
        Cli cli = Cli.start(settings, conversation().sessionId(), conversation().hasHistory(), desk(), this::accept);
        standing.forEach((subtype, fields) -> repeat(cli, subtype, fields));
        TurnCli running = new TurnCli(cli);
        current.set(running);
        if (closing.get()) {
            cli.end(false);
        }
        prepare(cli);
        if (!unsent.compareAndSet(turn, null) || !running.take(turn)) {
            cli.end(true);
        }
        return cli.ended().join();
    }

    private void repeat(Cli cli, String subtype, Map<String, ?> fields) {
        CompletableFuture<Json> unused = cli.request(subtype, fields).exceptionally(failure -> {
            if (failure.getCause() instanceof ClaudeException known
                    && known.error() instanceof ClaudeError.RequestRefused refused) {
                standing.remove(subtype, fields);
                announcer().error(refused);
            }
            return Json.EMPTY_OBJECT;
        });
    }

    private void accept(ClaudeEvent event, int bytes) {
        TurnCli running = current.get();
        if (event instanceof SessionInit && running != null) {
            running.begin();
        }
        conversation().accept(event, bytes);
        if ((event instanceof BackgroundTasks || event instanceof ResultMessage)
                && running != null
                && running.isDone()) {
            CompletableFuture.delayedExecutor(
                            REPORT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS, SharedThreads.CALLBACKS)
                    .execute(() -> closeIfIdle(running));
        }
    }

    private void closeIfIdle(TurnCli running) {
        if (!conversation().hasBackgroundWork() && conversation().status() == Status.IDLE) {
            running.closeIfDone();
        }
    }

    @Override
    CompletableFuture<InterruptReceipt> interrupt(Map<String, ?> fields, List<UUID> cancelled) {
        OpenTurn starting = unsent.getAndSet(null);
        if (starting != null) {
            conversation().cancel(starting);
            List<UUID> all = new ArrayList<>(cancelled);
            all.add(starting.promptId());
            return CompletableFuture.completedFuture(
                    new InterruptReceipt(conversation().waiting(), all));
        }
        return open() == null
                ? CompletableFuture.completedFuture(
                        new InterruptReceipt(conversation().waiting(), cancelled))
                : super.interrupt(fields, cancelled);
    }

    @Override
    public CompletableFuture<Json> request(String subtype, Map<String, ?> fields) {
        boolean lasting = LASTING.contains(subtype);
        TurnCli running = open();
        if (running != null) {
            return running.cli().request(subtype, fields).thenApply(answer -> {
                if (lasting) {
                    standing.put(subtype, new LinkedHashMap<>(fields));
                }
                return answer;
            });
        }
        if (lasting) {
            standing.put(subtype, new LinkedHashMap<>(fields));
            return CompletableFuture.completedFuture(Json.of(fields));
        }
        return CompletableFuture.failedFuture(new ClaudeException(new ClaudeError.NotPossible(
                subtype,
                "no CLI runs between the turns in this mode",
                "Ask within a turn, or use a persistent process.")));
    }

    /** The CLI that listens; null where there is none. */
    private @Nullable TurnCli open() {
        TurnCli running = current.get();
        return running == null || running.isClosed() ? null : running;
    }

    @Override
    public CompletableFuture<List<SlashCommand>> commands() {
        return request("initialize", Map.of()).thenApply(SlashCommand::list);
    }

    @Override
    public long pid() {
        TurnCli running = current.get();
        return running == null ? 0 : running.cli().pid();
    }

    @Override
    public CompletableFuture<ExitStatus> onExit() {
        return exit.copy();
    }

    @Override
    public void close() {
        if (closeCalled.compareAndSet(false, true)) {
            conversation().awaitIdle(settings.limits().idleBeforeClose());
            closing.set(true);
            TurnCli running = current.get();
            boolean gone = running == null || running.cli().end(true);
            conversation().end(new ClaudeError.Closed());
            starts.execute(() -> exit.complete(new ExitStatus(0, true, List.of(), null)));
            if (!gone || !exitsWithin(settings.limits().closeStep().multipliedBy(3))) {
                ClaudeError error = new ClaudeError.StillAlive(pid());
                announcer().error(error);
                exit.complete(new ExitStatus(-1, true, List.of(), error));
            }
        }
        exit.copy().join();
    }

    /** A CLI that is being started when its process is closed ends by itself. */
    private boolean exitsWithin(Duration limit) {
        return exit.thenApply(status -> true)
                .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
