package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Answers of requests that ask about the state and change nothing. */
final class StateAnswers {
    private static final int CONTEXT_WINDOW = 1_000_000;

    private final Program program;

    StateAnswers(Program program) {
        this.program = program;
    }

    Optional<JsonObject> of(String subtype) {
        Session session = program.session();
        return Optional.ofNullable(
                switch (subtype) {
                    case "mcp_status" -> JsonObject.of("mcpServers", List.of());
                    case "get_binary_version" ->
                        JsonObject.of("version", program.version().name());
                    case "list_models" -> JsonObject.of("models", models());
                    case "get_context_usage" ->
                        JsonObject.of(
                                "categories",
                                List.of(),
                                "totalTokens",
                                session.inputTokens(),
                                "maxTokens",
                                CONTEXT_WINDOW,
                                "percentage",
                                session.inputTokens() * 100 / CONTEXT_WINDOW);
                    case "get_session_cost" ->
                        JsonObject.of(
                                "text", "Cost so far: $" + session.accounts().dollars());
                    case "get_usage" ->
                        JsonObject.of(
                                "session",
                                JsonObject.of(
                                        "total_cost_usd", session.accounts().dollars(),
                                        "model_usage", session.accounts().modelUsage()));
                    case "get_settings" ->
                        JsonObject.of("effective", JsonObject.of(), "applied", JsonObject.of("model", session.model()));
                    default -> null;
                });
    }

    /** The answer to the request that opens a conversation. */
    JsonObject initialize() {
        List<JsonObject> commands = InitEvent.COMMANDS.stream()
                .map(name -> JsonObject.of("name", name, "description", "The command " + name, "argumentHint", ""))
                .toList();
        return JsonObject.of(
                "commands", commands,
                "agents", List.of(),
                "output_style", "default",
                "available_output_styles", List.of("default"),
                "models", models(),
                "account", JsonObject.of("tokenSource", "none", "apiKeySource", "ANTHROPIC_API_KEY"),
                "pid", ProcessHandle.current().pid(),
                "claude_code_version", program.version().name(),
                "current_permission_mode", program.session().permissionMode());
    }

    private static List<JsonObject> models() {
        return List.of(model("default", Session.DEFAULT_MODEL, "Default"), model("haiku", "claude-haiku-4-5", "Haiku"));
    }

    private static JsonObject model(String value, String resolved, String name) {
        return JsonObject.of(
                "value", value, "resolvedModel", resolved, "displayName", name, "description", "The model " + resolved);
    }
}
