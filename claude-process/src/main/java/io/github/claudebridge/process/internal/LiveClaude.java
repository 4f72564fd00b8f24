package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.ExitStatus;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.control.SlashCommand;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A conversation with one CLI that stays. Thread-safe. */
public final class LiveClaude extends HostedClaude {

    private final ProcessSettings settings;
    private final Cli cli;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();
    private volatile Json initialization = Json.EMPTY_OBJECT;

    private LiveClaude(ProcessSettings settings) {
        super(settings);
        this.settings = settings;
        this.cli = Cli.start(settings, settings.sessionId(), settings.resume(), desk(), conversation()::accept);
        CompletableFuture<Void> unused = cli.ended().thenAccept(this::ended);
    }

    /** Starts the CLI and waits until it is ready. */
    public static LiveClaude start(ProcessSettings settings) {
        LiveClaude claude = new LiveClaude(settings);
        claude.initialization = claude.prepare(claude.cli);
        claude.conversation().ready();
        return claude;
    }

    @Override
    boolean sendToCli(OpenTurn turn, boolean intoTurn) {
        return cli.send(turn);
    }

    private void ended(CliEnd end) {
        ClaudeError error = end.error(settings.origin());
        boolean harmless = end.isWanted() || (end.code() == 0 && !conversation().isOpen());
        if (!harmless && conversation().status() != Status.STARTING) {
            announcer().error(error);
        }
        conversation().end(error);
        exit.complete(new ExitStatus(end.code(), end.isWanted(), end.lastErrors(), harmless ? null : error));
    }

    @Override
    public CompletableFuture<Json> request(String subtype, Map<String, ?> fields) {
        return cli.request(subtype, fields);
    }

    @Override
    public CompletableFuture<List<SlashCommand>> commands() {
        return CompletableFuture.completedFuture(SlashCommand.list(initialization));
    }

    @Override
    public long pid() {
        return cli.pid();
    }

    @Override
    public CompletableFuture<ExitStatus> onExit() {
        return exit.copy();
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            conversation().awaitIdle(settings.limits().idleBeforeClose());
            if (!cli.end(true)) {
                giveUp();
            }
        }
        exit.copy().join();
    }

    /** It cannot be ended: nobody shall wait for that. */
    private void giveUp() {
        ClaudeError error = new ClaudeError.StillAlive(pid());
        announcer().error(error);
        conversation().end(new ClaudeError.Closed());
        exit.complete(new ExitStatus(-1, true, List.of(), error));
    }
}
