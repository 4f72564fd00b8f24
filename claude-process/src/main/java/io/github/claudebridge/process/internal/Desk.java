package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.protocol.CliQuestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers everything that the CLI asks its host. Thread-safe. */
final class Desk {

    /** Nobody is asked what an MCP server wants to know. It hears so; "decline" would say that a person has refused. */
    private static final Json NOT_ASKED = Json.of(Map.of("action", "cancel"));

    private final PermissionDesk permissions;
    private final HookDesk hooks;
    private final McpDesk mcp;
    private final Consumer<ClaudeError> errors;

    Desk(PermissionDesk permissions, HookDesk hooks, McpDesk mcp, Consumer<ClaudeError> errors) {
        this.permissions = permissions;
        this.hooks = hooks;
        this.mcp = mcp;
        this.errors = errors;
    }

    /** What the CLI must be told at its start, so that it asks. */
    Map<String, @Nullable Object> initialization(ProcessSettings settings) {
        Map<String, @Nullable Object> fields =
                new LinkedHashMap<>(settings.options().initialization());
        hooks.register(fields);
        mcp.register(fields);
        return fields;
    }

    /**
     * The answer, in its own time; empty where there is none to give, exceptionally where the host gave one that cannot be sent. Never
     * completes when the question was withdrawn.
     */
    CompletableFuture<Optional<Json>> answer(String id, CliQuestion question) {
        try {
            return ask(id, question);
        } catch (Throwable failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private CompletableFuture<Optional<Json>> ask(String id, CliQuestion question) {
        if (question instanceof CliQuestion.MayUseTool ask) {
            return permissions.ask(id, ask.body()).thenApply(Optional::of);
        }
        if (question instanceof CliQuestion.RunHook run) {
            return hooks.run(run);
        }
        if (question instanceof CliQuestion.McpCall call) {
            return mcp.call(call);
        }
        if (question instanceof CliQuestion.Elicitation) {
            return CompletableFuture.completedFuture(Optional.of(NOT_ASKED));
        }
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** There was no answer, or none that could be written. */
    void failed(CliQuestion question, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        errors.accept(new ClaudeError.CallbackFailed(asked(question), cause));
    }

    private static String asked(CliQuestion question) {
        if (question instanceof CliQuestion.RunHook) {
            return "hook";
        }
        return question instanceof CliQuestion.McpCall call ? "MCP server " + call.server() : "permissions";
    }

    /** The CLI does not read its input, and so will never have an answer that it waits for. */
    void unheard() {
        errors.accept(new ClaudeError.InputBlocked());
    }

    /** Something happened that a question may be about. */
    void heard(ClaudeEvent event) {
        if (event instanceof ToolUse use) {
            permissions.called(use);
        }
    }

    void withdraw(String id) {
        permissions.withdraw(id);
    }

    void withdrawAll() {
        permissions.withdrawAll();
    }
}
