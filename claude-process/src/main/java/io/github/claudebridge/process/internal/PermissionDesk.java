package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.AsyncPermissionHandler;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionHandler;
import io.github.claudebridge.process.permission.PermissionRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands the CLI's questions about tools to the host, and its decisions back. Thread-safe. */
public final class PermissionDesk {

    private final @Nullable AsyncPermissionHandler handler;
    private final Duration limit;
    private final Consumer<ClaudeError> errors;
    private final Consumer<Integer> waitingCount;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    private record Waiting(CompletableFuture<Permission> decision, CompletableFuture<Void> withdrawn) {}

    PermissionDesk(
            @Nullable AsyncPermissionHandler handler,
            Duration limit,
            Consumer<ClaudeError> errors,
            Consumer<Integer> waitingCount) {
        this.handler = handler;
        this.limit = limit;
        this.errors = errors;
        this.waitingCount = waitingCount;
    }

    /** A handler that holds its thread while it decides, and is interrupted when the decision is no longer wanted. */
    public static AsyncPermissionHandler blocking(PermissionHandler handler) {
        return request -> {
            CompletableFuture<Permission> decision = new CompletableFuture<>();
            FutureTask<@Nullable Void> task = new FutureTask<>(() -> {
                try {
                    decision.complete(handler.decide(request));
                } catch (Throwable failure) {
                    decision.completeExceptionally(failure);
                }
                return null;
            });
            request.withdrawn().thenRun(() -> task.cancel(true));
            task.run();
            return decision;
        };
    }

    /** Asks the host; the answer comes in its own time, or exceptionally when the request was withdrawn before. */
    CompletableFuture<Json> ask(String id, Json body) {
        Waiting asked = new Waiting(new CompletableFuture<>(), new CompletableFuture<>());
        waiting.put(id, asked);
        waitingCount.accept(waiting.size());
        PermissionRequest request = PermissionRequests.read(id, body, asked.withdrawn());
        SharedThreads.CALLBACKS.execute(() -> put(request, asked.decision()));
        return asked.decision()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .handle((decision, failure) -> {
                    waiting.remove(id);
                    waitingCount.accept(waiting.size());
                    return PermissionRequests.write(request, failure == null ? decision : onFailure(failure));
                });
    }

    private void put(PermissionRequest request, CompletableFuture<Permission> decision) {
        if (handler == null) {
            decision.complete(Permission.deny("The host gives no permissions."));
            return;
        }
        try {
            handler.decide(request).whenComplete((made, failure) -> {
                if (failure != null) {
                    decision.completeExceptionally(failure);
                } else {
                    decision.complete(made);
                }
            });
        } catch (RuntimeException failure) {
            decision.completeExceptionally(failure);
        }
    }

    private Permission onFailure(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return Permission.deny("Nobody answered in time.");
        }
        if (failure instanceof CancellationException withdrawn) {
            throw withdrawn;
        }
        errors.accept(new ClaudeError.CallbackFailed("permissions", failure));
        return Permission.deny("The host could not decide.");
    }

    /** The CLI no longer wants an answer. */
    void withdraw(String id) {
        Waiting asked = waiting.get(id);
        if (asked != null) {
            SharedThreads.CALLBACKS.execute(() -> {
                asked.decision().cancel(false);
                asked.withdrawn().complete(null);
            });
        }
    }

    /** Nobody wants answers any more. */
    void withdrawAll() {
        List.copyOf(waiting.keySet()).forEach(this::withdraw);
    }
}
