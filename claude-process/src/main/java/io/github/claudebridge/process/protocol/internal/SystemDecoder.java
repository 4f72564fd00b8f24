package io.github.claudebridge.process.protocol.internal;

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
import io.github.claudebridge.process.json.JsonSlice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what the CLI says about itself. */
final class SystemDecoder {

    private SystemDecoder() {}

    static ClaudeEvent decode(JsonSlice line) {
        return switch (line.text("subtype")) {
            case "init" -> init(line);
            case "status" ->
                new StatusReport(
                        line.at("status").text(),
                        line.at("permissionMode").text(),
                        line.at("compact_result").text());
            case "session_state_changed" -> new SessionState(line.text("state"));
            case "session_title_changed" -> new TitleChanged(line.text("title"));
            case "thinking_tokens" -> new ThinkingTokens(line.count("estimated_tokens"));
            case "api_retry" -> retry(line);
            case "model_fallback" ->
                new ModelFallback(
                        line.text("original_model"),
                        line.text("fallback_model"),
                        line.text("trigger"),
                        line.text("content"));
            case "compact_boundary" -> compaction(line.at("compact_metadata"));
            case "permission_denied" ->
                new PermissionDenied(line.text("tool_name"), line.text("tool_use_id"), line.text("message"));
            case "informational" -> new Notice(line.text("level"), line.text("content"));
            case "hook_started" ->
                new HookStarted(line.text("hook_id"), line.text("hook_name"), line.text("hook_event"));
            case "hook_response" -> hookFinished(line);
            default -> TaskDecoder.decode(line);
        };
    }

    private static SessionInit init(JsonSlice line) {
        List<McpServerStatus> servers = new ArrayList<>();
        for (JsonSlice server : line.at("mcp_servers").elements()) {
            servers.add(new McpServerStatus(server.text("name"), server.text("status")));
        }
        return new SessionInit(
                line.text("session_id"),
                line.text("model"),
                line.text("permissionMode"),
                line.text("cwd"),
                line.text("claude_code_version"),
                line.at("tools").texts(),
                line.at("slash_commands").texts(),
                Set.copyOf(line.at("capabilities").texts()),
                servers);
    }

    private static ApiRetry retry(JsonSlice line) {
        return new ApiRetry(
                line.integer("attempt").orElse(0),
                line.integer("max_retries").orElse(0),
                Duration.ofMillis(line.count("retry_delay_ms")),
                line.integer("error_status"),
                line.text("error"));
    }

    private static CompactBoundary compaction(JsonSlice metadata) {
        return new CompactBoundary(
                metadata.text("trigger"), metadata.count("pre_tokens"), metadata.count("post_tokens"));
    }

    private static HookFinished hookFinished(JsonSlice line) {
        return new HookFinished(
                line.text("hook_id"),
                line.text("hook_name"),
                line.text("hook_event"),
                line.text("stdout"),
                line.text("stderr"),
                line.integer("exit_code"),
                line.text("outcome"));
    }
}
