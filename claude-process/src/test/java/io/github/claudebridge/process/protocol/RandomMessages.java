package io.github.claudebridge.process.protocol;

import io.github.claudebridge.process.event.ApiFailure;
import io.github.claudebridge.process.event.ApiRetry;
import io.github.claudebridge.process.event.BackgroundTask;
import io.github.claudebridge.process.event.BackgroundTasks;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.DeniedTool;
import io.github.claudebridge.process.event.McpServerStatus;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.RateLimit;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.SessionInit;
import io.github.claudebridge.process.event.StatusReport;
import io.github.claudebridge.process.event.TaskFinished;
import io.github.claudebridge.process.event.Thinking;
import io.github.claudebridge.process.event.ToolInput;
import io.github.claudebridge.process.event.ToolResult;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.event.Unknown;
import io.github.claudebridge.process.event.Usage;
import io.github.claudebridge.process.event.UserMessage;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.support.RandomJson;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Messages made by chance: what the CLI would print, and what is to be read from it. */
final class RandomMessages {

    private final SplittableRandom random;
    private final RandomJson json;

    RandomMessages(SplittableRandom random) {
        this.random = random;
        this.json = new RandomJson(random);
    }

    /**
     * One line.
     *
     * @param line its fields
     * @param messages what it says
     */
    record Sample(Map<String, @Nullable Object> line, List<Message> messages) {

        static Sample of(Map<String, @Nullable Object> line, ClaudeEvent... events) {
            return new Sample(
                    line,
                    List.of(events).stream().<Message>map(Message.Event::new).toList());
        }
    }

    Sample next() {
        return switch (random.nextInt(9)) {
            case 0 -> blocks();
            case 1 -> delta();
            case 2 -> toolResult();
            case 3 -> result();
            case 4 -> init();
            case 5 -> system();
            case 6 -> control();
            case 7 -> user();
            default -> other();
        };
    }

    private Sample blocks() {
        String id = json.text();
        String text = json.text();
        String parent = textOrNull();
        boolean synthetic = random.nextBoolean();
        boolean aborted = random.nextBoolean();
        Object input = json.object(2);
        List<Object> content = List.of(
                fields("type", "text", "text", text),
                fields("type", "thinking", "thinking", text, "signature", json.text()),
                fields("type", "tool_use", "id", id, "name", text, "input", input));
        Map<String, @Nullable Object> message =
                fields("id", id, "model", synthetic ? "<synthetic>" : "claude", "content", content);
        return Sample.of(
                fields("type", "assistant", "message", message, "parent_tool_use_id", parent, "aborted", aborted),
                new Output(text, false, id, parent, synthetic, aborted),
                new Thinking(text, false, id, parent),
                new ToolUse(id, text, Json.of(input), parent));
    }

    private Sample delta() {
        String id = json.text();
        String text = json.text();
        String parent = textOrNull();
        int index = random.nextInt(100);
        return switch (random.nextInt(3)) {
            case 0 ->
                Sample.of(
                        delta(id, parent, index, fields("type", "text_delta", "text", text)),
                        new Output(text, true, id, parent, false, false));
            case 1 ->
                Sample.of(
                        delta(id, parent, index, fields("type", "thinking_delta", "thinking", text)),
                        new Thinking(text, true, id, parent));
            default ->
                Sample.of(
                        delta(id, parent, index, fields("type", "input_json_delta", "partial_json", text)),
                        new ToolInput(index, text, parent));
        };
    }

    private static Map<String, @Nullable Object> delta(
            String id, @Nullable String parent, int index, Map<String, @Nullable Object> delta) {
        Map<String, @Nullable Object> event = fields("type", "content_block_delta", "index", index, "delta", delta);
        return fields("type", "stream_event", "event", event, "parent_tool_use_id", parent, "api_message_id", id);
    }

    private Sample toolResult() {
        String id = json.text();
        String text = json.text();
        String parent = textOrNull();
        Object details = json.object(2);
        boolean error = random.nextBoolean();
        Object content = random.nextBoolean()
                ? text
                : List.of(fields("type", "image", "source", details), fields("type", "text", "text", text));
        Map<String, @Nullable Object> block =
                fields("type", "tool_result", "tool_use_id", id, "content", content, "is_error", error);
        Map<String, @Nullable Object> message = fields("role", "user", "content", List.of(block));
        return Sample.of(
                fields("type", "user", "message", message, "parent_tool_use_id", parent, "tool_use_result", details),
                new ToolResult(id, text, error, Json.of(details), parent));
    }

    private Sample user() {
        String text = json.text();
        String id = json.text();
        boolean replay = random.nextBoolean();
        boolean synthetic = random.nextBoolean();
        Object content = random.nextBoolean() ? text : List.of(fields("type", "text", "text", text));
        Map<String, @Nullable Object> message = fields("role", "user", "content", content);
        return Sample.of(
                fields("type", "user", "message", message, "uuid", id, "isReplay", replay, "isSynthetic", synthetic),
                new UserMessage(text, id, replay, synthetic, null));
    }

    private Sample result() {
        String session = json.text();
        String text = textOrNull();
        boolean error = random.nextBoolean();
        double cost = random.nextDouble();
        int tokens = random.nextInt(1 << 20);
        int status = random.nextInt(400, 600);
        Object input = json.object(2);
        Map<String, @Nullable Object> line = fields(
                "type", "result", "subtype", "success", "is_error", error, "session_id", session, "result", text);
        line.putAll(fields("total_cost_usd", cost, "num_turns", 3, "duration_ms", tokens, "api_error_status", status));
        line.put("usage", fields("input_tokens", tokens, "output_tokens", 1, "cache_read_input_tokens", 2));
        line.put("model_usage_since_last_result", fields("a", fields("costUSD", cost), "b", fields("costUSD", 1)));
        line.putAll(fields("errors", List.of(session), "user_message_uuids", List.of(session, 1, session)));
        line.put("permission_denials", List.of(fields("tool_name", session, "tool_input", input)));
        return Sample.of(
                line,
                new ResultMessage(
                        session,
                        "success",
                        error,
                        null,
                        text,
                        List.of(session),
                        OptionalInt.of(status),
                        new Usage(tokens, 1, 2, 0),
                        Duration.ofMillis(tokens),
                        3,
                        cost,
                        OptionalDouble.of(cost + 1),
                        null,
                        List.of(session, session),
                        null,
                        null,
                        List.of(new DeniedTool(session, "", Json.of(input)))));
    }

    private Sample init() {
        String text = json.text();
        Map<String, @Nullable Object> line = fields("type", "system", "subtype", "init", "session_id", text);
        line.putAll(fields("model", text, "permissionMode", "plan", "cwd", text, "claude_code_version", "2.1.330"));
        line.putAll(fields("tools", List.of(text, "Bash"), "capabilities", List.of("a"), "slash_commands", List.of()));
        line.put("mcp_servers", List.of(fields("name", text, "status", "failed")));
        return Sample.of(
                line,
                new SessionInit(
                        text,
                        text,
                        "plan",
                        text,
                        "2.1.330",
                        List.of(text, "Bash"),
                        List.of(),
                        Set.of("a"),
                        List.of(new McpServerStatus(text, "failed"))));
    }

    private Sample system() {
        String text = json.text();
        int number = random.nextInt();
        return switch (random.nextInt(4)) {
            case 0 ->
                Sample.of(
                        fields("type", "system", "subtype", "status", "status", null, "permissionMode", text),
                        new StatusReport(null, text, null));
            case 1 -> retry(text, number);
            case 2 -> {
                Object task = fields("task_id", text, "task_type", "local_bash", "description", text);
                yield Sample.of(
                        fields("type", "system", "subtype", "background_tasks_changed", "tasks", List.of(task)),
                        new BackgroundTasks(List.of(new BackgroundTask(text, "local_bash", text))));
            }
            default ->
                Sample.of(
                        fields("type", "system", "subtype", "task_notification", "task_id", text, "summary", text),
                        new TaskFinished(text, "", text, null));
        };
    }

    private static Sample retry(String error, int number) {
        Map<String, @Nullable Object> line = fields("type", "system", "subtype", "api_retry", "error", error);
        line.putAll(fields("attempt", number, "max_retries", 2, "retry_delay_ms", 533.0, "error_status", null));
        return Sample.of(line, new ApiRetry(number, 2, Duration.ofMillis(533), OptionalInt.empty(), error));
    }

    private Sample control() {
        String id = json.text();
        Object body = json.object(3);
        if (random.nextBoolean()) {
            Map<String, @Nullable Object> request =
                    fields("subtype", "hook_callback", "callback_id", id, "input", body);
            return new Sample(
                    fields("type", "control_request", "request_id", id, "request", request),
                    List.of(new Message.Ask(id, new CliQuestion.RunHook(id, Json.of(body)))));
        }
        return new Sample(
                fields(
                        "type",
                        "control_response",
                        "response",
                        fields("subtype", "success", "request_id", id, "response", body)),
                List.of(new Message.Reply(id, Json.of(body))));
    }

    private Sample other() {
        String text = json.text();
        return switch (random.nextInt(3)) {
            case 0 -> {
                Map<String, @Nullable Object> line =
                        fields("type", "new " + text, "subtype", text, "x", json.object(3));
                yield Sample.of(line, new Unknown("new " + text, text, Json.of(line)));
            }
            case 1 ->
                Sample.of(
                        fields(
                                "type",
                                "rate_limit_event",
                                "rate_limit_info",
                                fields("status", text, "resetsAt", 1795359716, "utilization", 0.92)),
                        new RateLimit(text, "", Instant.ofEpochSecond(1795359716), OptionalDouble.of(0.92)));
            default -> {
                Object content = List.of(fields("type", "text", "text", text));
                Map<String, @Nullable Object> line =
                        fields("type", "assistant", "message", fields("content", content), "error", "unknown");
                line.putAll(fields("is_api_error_message", true, "api_error_status", 400));
                yield Sample.of(line, new ApiFailure(text, "unknown", OptionalInt.of(400)));
            }
        };
    }

    private @Nullable String textOrNull() {
        return random.nextBoolean() ? json.text() : null;
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return fields;
    }
}
