package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.AsyncPermissionHandler;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionHandler;
import io.github.claudebridge.process.permission.PermissionRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private volatile @Nullable ToolUse lastPlan;

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
                    decision.complete(Objects.requireNonNull(handler.decide(request), "There is no decision"));
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

    /** The model uses a tool; whether it may is asked after that. */
    void called(ToolUse use) {
        if (PermissionRequests.isPlan(use.name())) {
            lastPlan = use;
        }
    }

    private Optional<Json> inputOf(String toolUseId) {
        return Optional.ofNullable(lastPlan)
                .filter(use -> use.id().equals(toolUseId))
                .map(ToolUse::input);
    }

    /** Asks the host; the answer comes in its own time, and never when the request was withdrawn before. */
    CompletableFuture<Json> ask(String id, Json body) {
        Waiting asked = new Waiting(new CompletableFuture<>(), new CompletableFuture<>());
        PermissionRequest request = PermissionRequests.read(id, body, this::inputOf, asked.withdrawn());
        waiting.put(id, asked);
        tellCount();
        CompletableFuture<Json> answer = new CompletableFuture<>();
        CompletableFuture<Permission> unused = asked.decision()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((decision, failure) -> {
                    if (leave(id, asked)) {
                        settle(answer, request, failure == null ? decision : onFailure(failure));
                    }
                });
        begin(request, asked.decision());
        return answer;
    }

    private static void settle(CompletableFuture<Json> answer, PermissionRequest request, Permission decision) {
        try {
            answer.complete(PermissionRequests.write(request, decision));
        } catch (Throwable unwritable) {
            answer.completeExceptionally(unwritable);
        }
    }

    /** Whoever takes a request out of those that wait decides what becomes of it. */
    private boolean leave(String id, Waiting asked) {
        boolean first = waiting.remove(id, asked);
        if (first) {
            tellCount();
        }
        return first;
    }

    /** Counts and tells in one step, so that the last number told is the right one. */
    private synchronized void tellCount() {
        waitingCount.accept(waiting.size());
    }

    private void begin(PermissionRequest request, CompletableFuture<Permission> decision) {
        if (handler == null) {
            decision.complete(Permission.deny("The host gives no permissions."));
            return;
        }
        try {
            SharedThreads.CALLBACKS.execute(() -> put(handler, request, decision));
        } catch (Throwable noThread) {
            decision.completeExceptionally(noThread);
        }
    }

    private static void put(
            AsyncPermissionHandler handler, PermissionRequest request, CompletableFuture<Permission> decision) {
        try {
            handler.decide(request).whenComplete((made, failure) -> {
                if (made == null) {
                    decision.completeExceptionally(
                            failure == null ? new NullPointerException("There is no decision") : failure);
                } else {
                    decision.complete(made);
                }
            });
        } catch (Throwable failure) {
            decision.completeExceptionally(failure);
        }
    }

    private Permission onFailure(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return Permission.deny("Nobody answered in time.");
        }
        errors.accept(new ClaudeError.CallbackFailed("permissions", failure));
        return Permission.deny("The host could not decide.");
    }

    /** The CLI no longer wants an answer. */
    void withdraw(String id) {
        Waiting asked = waiting.get(id);
        if (asked != null && leave(id, asked)) {
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
