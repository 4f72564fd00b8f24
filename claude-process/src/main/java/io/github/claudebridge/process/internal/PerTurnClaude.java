package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.ExitStatus;
import io.github.claudebridge.process.control.SlashCommand;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a CLI that is started afresh for each turn. Slower by a start per turn, but nothing runs between turns.
 * Thread-safe.
 */
public final class PerTurnClaude extends HostedClaude {

    private final ProcessSettings settings;
    private final Map<String, Map<String, ?>> standing = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Cli> current = new AtomicReference<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();
    private final Executor starts = new SerialExecutor(SharedThreads.CALLBACKS);

    private static final Set<String> LASTING = Set.of("set_model", "set_permission_mode", "set_max_thinking_tokens");

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
        Cli running = current.get();
        if (intoTurn) {
            return running != null && running.send(turn);
        }
        starts.execute(() -> run(turn));
        return true;
    }

    /** One turn, from the start of the CLI to its end. */
    private void run(OpenTurn turn) {
        try {
            boolean resume = conversation().hasHistory();
            Cli cli = Cli.start(settings, conversation().sessionId(), resume, desk(), this::accept);
            current.set(cli);
            if (closing.get()) {
                cli.end(false);
            }
            prepare(cli);
            standing.forEach((subtype, fields) -> repeat(cli, subtype, fields));
            if (!cli.send(turn)) {
                cli.end(false);
            }
            CliEnd end = cli.ended().join();
            failTurn(turn, end.error(conversation().sessionId()));
        } catch (ClaudeException e) {
            failTurn(turn, e.error());
        } catch (Throwable unexpected) {
            failTurn(turn, new ClaudeError.SpawnFailed(unexpected.toString()));
        } finally {
            current.set(null);
        }
    }

    private void repeat(Cli cli, String subtype, Map<String, ?> fields) {
        CompletableFuture<Json> unused = cli.request(subtype, fields).exceptionally(failure -> {
            if (failure.getCause() instanceof ClaudeException known) {
                announcer().error(known.error());
            }
            return Json.EMPTY_OBJECT;
        });
    }

    /** The CLI is gone; if the turn is not over by now it never will be. */
    private void failTurn(OpenTurn turn, ClaudeError error) {
        if (conversation().failUnlessEnded(turn.promptId(), error)) {
            announcer().error(error);
        }
    }

    private void accept(ClaudeEvent event, int bytes) {
        conversation().accept(event, bytes);
        Cli cli = current.get();
        if (event instanceof ResultMessage && cli != null) {
            cli.closeInput();
        }
    }

    @Override
    public CompletableFuture<Json> request(String subtype, Map<String, ?> fields) {
        if (LASTING.contains(subtype)) {
            standing.put(subtype, new LinkedHashMap<>(fields));
        }
        Cli cli = current.get();
        if (cli != null) {
            return cli.request(subtype, fields);
        }
        if (LASTING.contains(subtype)) {
            return CompletableFuture.completedFuture(Json.of(fields));
        }
        return CompletableFuture.failedFuture(new ClaudeException(new ClaudeError.NotPossible(
                subtype,
                "no CLI runs between the turns in this mode",
                "Ask within a turn, or use a persistent process.")));
    }

    @Override
    public CompletableFuture<List<SlashCommand>> commands() {
        return request("initialize", Map.of()).thenApply(SlashCommand::list);
    }

    @Override
    public long pid() {
        Cli cli = current.get();
        return cli == null ? 0 : cli.pid();
    }

    @Override
    public CompletableFuture<ExitStatus> onExit() {
        return exit.copy();
    }

    @Override
    public void close() {
        if (!closing.get()) {
            conversation().awaitIdle(settings.limits().idleBeforeClose());
            closing.set(true);
            Cli cli = current.get();
            if (cli != null) {
                cli.end(true);
            }
            conversation().end(new ClaudeError.Closed());
            starts.execute(() -> exit.complete(new ExitStatus(0, true, List.of(), null)));
        }
        exit.copy().join();
    }
}
