package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.control.InterruptReceipt;
import io.github.claudebridge.process.json.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What the kinds of process have in common. Thread-safe. */
abstract class HostedClaude implements ClaudeProcess {

    private final Conversation conversation;
    private final Announcer announcer;
    private final Desk desk;

    HostedClaude(ProcessSettings settings) {
        announcer = new Announcer(settings.listener());
        conversation = new Conversation(
                announcer,
                new CliOutlet(),
                new Identity(settings.sessionId(), settings.resume()),
                new CostMeter(settings.resume() || settings.forkOf() != null),
                settings.limits().silence());
        desk = new Desk(
                new PermissionDesk(
                        settings.permissions(),
                        settings.limits().permission(),
                        announcer::error,
                        conversation::decisionsWaiting),
                new HookDesk(settings.hooks(), announcer::error),
                new McpDesk(settings.mcpServers()),
                announcer::error);
    }

    /** Hands a prompt to the CLI. Called under the lock of the conversation; must not wait. */
    abstract boolean sendToCli(OpenTurn turn, boolean intoTurn);

    /** The CLI has told the end of a prompt. Called under the lock of the conversation; must not wait. */
    void endedInCli(OpenTurn turn) {}

    Conversation conversation() {
        return conversation;
    }

    Announcer announcer() {
        return announcer;
    }

    Desk desk() {
        return desk;
    }

    /**
     * Gets a started CLI ready, and learns what the session has cost before, so that the cost of its next turn can be told. Both requests
     * are on their way at once. Waits. Whatever keeps it from getting ready also ends it.
     *
     * @return the CLI's answer to its initialization
     */
    Json prepare(Cli cli) {
        try {
            CompletableFuture<Json> usage =
                    cli.request("get_usage", Map.of()).exceptionally(unknownToOlderOnes -> Json.EMPTY_OBJECT);
            Json initialization = cli.awaitReady();
            usage.join()
                    .get("session")
                    .map(session -> session.number("total_cost_usd"))
                    .ifPresent(total -> total.ifPresent(conversation::baselineCost));
            return initialization;
        } catch (Throwable failure) {
            cli.end(false);
            throw failure;
        }
    }

    @Override
    public Turn send(Prompt prompt) {
        return conversation.send(prompt);
    }

    @Override
    public Turn steer(Prompt prompt) {
        return conversation.steer(prompt);
    }

    @Override
    public CompletableFuture<InterruptReceipt> interrupt() {
        return interrupt(Map.of(), List.of());
    }

    @Override
    public CompletableFuture<InterruptReceipt> interruptAndCancelQueued() {
        return interrupt(Map.of("cancel_queued", true), conversation.cancelWaiting());
    }

    /**
     * Stops the running turn.
     *
     * @param fields of the request
     * @param cancelled prompts that have been withdrawn here
     */
    CompletableFuture<InterruptReceipt> interrupt(Map<String, ?> fields, List<UUID> cancelled) {
        return request("interrupt", fields)
                .thenApply(answer -> InterruptReceipt.read(answer).with(conversation.waiting(), cancelled));
    }

    @Override
    public UUID sessionId() {
        return conversation.sessionId();
    }

    @Override
    public boolean hasHistory() {
        return conversation.hasHistory();
    }

    @Override
    public boolean hasBackgroundWork() {
        return conversation.hasBackgroundWork();
    }

    @Override
    public Status status() {
        return conversation.status();
    }

    private final class CliOutlet implements Outlet {

        @Override
        public boolean send(OpenTurn turn, boolean intoTurn) {
            return sendToCli(turn, intoTurn);
        }

        @Override
        public void ended(OpenTurn turn) {
            endedInCli(turn);
        }
    }
}
