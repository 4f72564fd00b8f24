package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.protocol.CliQuestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers everything that the CLI asks its host. Thread-safe. */
final class Desk {

    private final PermissionDesk permissions;
    private final HookDesk hooks;
    private final McpDesk mcp;

    Desk(PermissionDesk permissions, HookDesk hooks, McpDesk mcp) {
        this.permissions = permissions;
        this.hooks = hooks;
        this.mcp = mcp;
    }

    /** What the CLI must be told at its start, so that it asks. */
    Map<String, @Nullable Object> initialization(ProcessSettings settings) {
        Map<String, @Nullable Object> fields =
                new LinkedHashMap<>(settings.options().initialization());
        hooks.register(fields);
        mcp.register(fields);
        return fields;
    }

    /** The answer, in its own time; empty where there is none to give. Never completes when the question was withdrawn. */
    CompletableFuture<Optional<Json>> answer(String id, CliQuestion question) {
        if (question instanceof CliQuestion.MayUseTool ask) {
            return permissions.ask(id, ask.body()).thenApply(Optional::of);
        }
        if (question instanceof CliQuestion.RunHook run) {
            return hooks.run(run);
        }
        if (question instanceof CliQuestion.McpCall call) {
            return mcp.call(call);
        }
        return CompletableFuture.completedFuture(Optional.empty());
    }

    void withdraw(String id) {
        permissions.withdraw(id);
    }

    void withdrawAll() {
        permissions.withdrawAll();
    }
}
