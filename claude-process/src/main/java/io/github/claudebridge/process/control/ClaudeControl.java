package io.github.claudebridge.process.control;

import io.github.claudebridge.process.event.McpServerStatus;
import io.github.claudebridge.process.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a running CLI, in a turn as well as between turns.
 *
 * <p>Thread-safe. Nothing here waits: futures complete on threads of the library when the CLI has answered, and exceptionally with a
 * {@link io.github.claudebridge.process.error.ClaudeException} when it refuses, does not answer in time, or is gone.
 */
public interface ClaudeControl {

    /**
     * Any request of the CLI's control protocol, for those that have no method here.
     *
     * @param subtype the name of the request
     * @param fields its fields, of the types that {@link Json#of} takes
     * @return completes with what the CLI answers; the empty object where it answers nothing
     */
    CompletableFuture<Json> request(String subtype, Map<String, ?> fields);

    /**
     * Stops the running turn; its result says that it was interrupted, or cancelled where the CLI that is started for it does not have its
     * prompt yet. Prompts that wait are sent afterwards. Without a running turn nothing happens.
     */
    CompletableFuture<InterruptReceipt> interrupt();

    /** Stops the running turn, and withdraws the prompts that wait; their turns end as cancelled. */
    CompletableFuture<InterruptReceipt> interruptAndCancelQueued();

    /**
     * Changes the model, from the next request to the model on. The CLI does not check the name.
     *
     * @param model an alias or id; null for the default
     * @return completes with the name of the model
     */
    default CompletableFuture<String> setModel(@Nullable String model) {
        Map<String, String> fields = model == null ? Map.of() : Map.of("model", model);
        return request("set_model", fields)
                .thenApply(answer -> answer.string("model").orElse(""));
    }

    /** Changes what is allowed without asking. */
    default CompletableFuture<Void> setPermissionMode(PermissionMode mode) {
        return request("set_permission_mode", Map.of("mode", mode.wireName())).thenAccept(Answers::ignore);
    }

    /**
     * Limits how much is thought before an answer.
     *
     * @param tokens at least 0; null for the default
     */
    default CompletableFuture<Void> setMaxThinkingTokens(@Nullable Integer tokens) {
        Map<String, @Nullable Integer> fields = new HashMap<>();
        fields.put("max_thinking_tokens", tokens);
        return request("set_max_thinking_tokens", fields).thenAccept(Answers::ignore);
    }

    /** How full the context is. */
    default CompletableFuture<ContextUsage> contextUsage() {
        return request("get_context_usage", Map.of("detail", "summary")).thenApply(Answers::contextUsage);
    }

    /** What the session has cost so far. */
    default CompletableFuture<SessionCost> cost() {
        return request("get_usage", Map.of()).thenApply(Answers::sessionCost);
    }

    /** The models that can be chosen. */
    default CompletableFuture<List<ModelInfo>> models() {
        return request("list_models", Map.of()).thenApply(Answers::models);
    }

    /** The slash commands. */
    CompletableFuture<List<SlashCommand>> commands();

    /**
     * Sets files back to what they were when a prompt was sent. Needs file checkpoints, which are an option at the start.
     *
     * @param promptId the prompt
     * @param dryRun whether to tell only what would happen
     */
    default CompletableFuture<RewindResult> rewindFiles(UUID promptId, boolean dryRun) {
        return request("rewind_files", Map.of("user_message_id", promptId.toString(), "dry_run", dryRun))
                .thenApply(Answers::rewind);
    }

    /** Stops a background task; an unknown one is no error. */
    default CompletableFuture<Void> stopTask(String taskId) {
        return request("stop_task", Map.of("task_id", taskId)).thenAccept(Answers::ignore);
    }

    /** What a task has printed so far. */
    default CompletableFuture<TaskOutput> taskOutput(String taskId) {
        return request("get_task_output", Map.of("task_id", taskId)).thenApply(Answers::taskOutput);
    }

    /** Puts what the turn waits for, a long command for example, into the background. */
    default CompletableFuture<Void> background() {
        return request("background_tasks", Map.of()).thenAccept(Answers::ignore);
    }

    /** Gives the session a title. */
    default CompletableFuture<Void> rename(String title) {
        return request("rename_session", Map.of("title", title)).thenAccept(Answers::ignore);
    }

    /** The MCP servers and how they are. */
    default CompletableFuture<List<McpServerStatus>> mcpServers() {
        return request("mcp_status", Map.of()).thenApply(Answers::mcpServers);
    }

    /**
     * Replaces the MCP servers that were added while the CLI runs.
     *
     * @param servers the configuration of each server, as in an MCP configuration file, by its name
     * @return completes when they are known; how they are, {@link #mcpServers()} tells
     */
    default CompletableFuture<Void> setMcpServers(Map<String, Json> servers) {
        return request("mcp_set_servers", Map.of("servers", servers)).thenAccept(Answers::ignore);
    }

    /** Connects an MCP server anew. */
    default CompletableFuture<Void> reconnectMcpServer(String name) {
        return request("mcp_reconnect", Map.of("serverName", name)).thenAccept(Answers::ignore);
    }

    /** Switches an MCP server on or off. */
    default CompletableFuture<Void> enableMcpServer(String name, boolean enabled) {
        return request("mcp_toggle", Map.of("serverName", name, "enabled", enabled))
                .thenAccept(Answers::ignore);
    }

    /** The version of the CLI. */
    default CompletableFuture<String> version() {
        return request("get_binary_version", Map.of())
                .thenApply(answer -> answer.string("version").orElse(""));
    }
}
