package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.control.InterruptReceipt;
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
                this::sendToCli,
                settings.sessionId(),
                settings.resume(),
                settings.limits().silence());
        desk = new Desk(
                new PermissionDesk(
                        settings.permissions(),
                        settings.limits().permission(),
                        announcer::error,
                        conversation::decisionsWaiting),
                new HookDesk(settings.hooks(), announcer::error),
                new McpDesk(settings.mcpServers()));
    }

    /** Hands a prompt to the CLI. Called under the lock of the conversation; must not wait. */
    abstract boolean sendToCli(Prompt prompt, boolean intoTurn);

    Conversation conversation() {
        return conversation;
    }

    Announcer announcer() {
        return announcer;
    }

    Desk desk() {
        return desk;
    }

    /** Learns what the session has cost before, so that the cost of the next turn can be told. */
    void learnCost(Cli cli) {
        CompletableFuture<Void> unused = cli.request("get_usage", Map.of())
                .thenAccept(usage -> usage.get("session")
                        .map(session -> session.number("total_cost_usd"))
                        .ifPresent(total -> total.ifPresent(conversation::baselineCost)));
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
        return request("interrupt", Map.of())
                .thenApply(answer -> InterruptReceipt.read(answer).with(conversation.waiting(), List.of()));
    }

    @Override
    public CompletableFuture<InterruptReceipt> interruptAndCancelQueued() {
        List<UUID> cancelled = conversation.cancelWaiting();
        return request("interrupt", Map.of("cancel_queued", true))
                .thenApply(answer -> InterruptReceipt.read(answer).with(List.of(), cancelled));
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
}
