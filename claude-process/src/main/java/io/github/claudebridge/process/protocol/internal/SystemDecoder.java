package io.github.claudebridge.process.protocol.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.process.event.ApiRetry;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.CompactBoundary;
import io.github.claudebridge.process.event.HookFinished;
import io.github.claudebridge.process.event.HookStarted;
import io.github.claudebridge.process.event.McpServerStatus;
import io.github.claudebridge.process.event.ModelFallback;
import io.github.claudebridge.process.event.Notice;
import io.github.claudebridge.process.event.PermissionDenied;
import io.github.claudebridge.process.event.SessionInit;
import io.github.claudebridge.process.event.SessionState;
import io.github.claudebridge.process.event.StatusReport;
import io.github.claudebridge.process.event.ThinkingTokens;
import io.github.claudebridge.process.event.TitleChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what the CLI says about itself. */
final class SystemDecoder {

    private SystemDecoder() {}

    static ClaudeEvent decode(JsonNode line) {
        return switch (Wire.text(line, "subtype")) {
            case "init" -> init(line);
            case "status" ->
                new StatusReport(
                        Wire.textOrNull(line, "status"),
                        Wire.textOrNull(line, "permissionMode"),
                        Wire.textOrNull(line, "compact_result"));
            case "session_state_changed" -> new SessionState(Wire.text(line, "state"));
            case "session_title_changed" -> new TitleChanged(Wire.text(line, "title"));
            case "thinking_tokens" ->
                new ThinkingTokens(line.path("estimated_tokens").asLong(0));
            case "api_retry" -> retry(line);
            case "model_fallback" ->
                new ModelFallback(
                        Wire.text(line, "original_model"),
                        Wire.text(line, "fallback_model"),
                        Wire.text(line, "trigger"),
                        Wire.text(line, "content"));
            case "compact_boundary" -> compaction(line.path("compact_metadata"));
            case "permission_denied" ->
                new PermissionDenied(
                        Wire.text(line, "tool_name"), Wire.text(line, "tool_use_id"), Wire.text(line, "message"));
            case "informational" -> new Notice(Wire.text(line, "level"), Wire.text(line, "content"));
            case "hook_started" ->
                new HookStarted(
                        Wire.text(line, "hook_id"), Wire.text(line, "hook_name"), Wire.text(line, "hook_event"));
            case "hook_response" -> hookFinished(line);
            default -> TaskDecoder.decode(line);
        };
    }

    private static SessionInit init(JsonNode line) {
        List<McpServerStatus> servers = new ArrayList<>();
        for (JsonNode server : line.path("mcp_servers")) {
            servers.add(new McpServerStatus(Wire.text(server, "name"), Wire.text(server, "status")));
        }
        return new SessionInit(
                Wire.text(line, "session_id"),
                Wire.text(line, "model"),
                Wire.text(line, "permissionMode"),
                Wire.text(line, "cwd"),
                Wire.text(line, "claude_code_version"),
                Wire.texts(line.path("tools")),
                Wire.texts(line.path("slash_commands")),
                Set.copyOf(Wire.texts(line.path("capabilities"))),
                servers);
    }

    private static ApiRetry retry(JsonNode line) {
        return new ApiRetry(
                line.path("attempt").asInt(0),
                line.path("max_retries").asInt(0),
                Duration.ofMillis(line.path("retry_delay_ms").asLong(0)),
                Wire.integer(line, "error_status"),
                Wire.text(line, "error"));
    }

    private static CompactBoundary compaction(JsonNode metadata) {
        return new CompactBoundary(
                Wire.text(metadata, "trigger"),
                metadata.path("pre_tokens").asLong(0),
                metadata.path("post_tokens").asLong(0));
    }

    private static HookFinished hookFinished(JsonNode line) {
        return new HookFinished(
                Wire.text(line, "hook_id"),
                Wire.text(line, "hook_name"),
                Wire.text(line, "hook_event"),
                Wire.text(line, "stdout"),
                Wire.text(line, "stderr"),
                Wire.integer(line, "exit_code"),
                Wire.text(line, "outcome"));
    }
}
