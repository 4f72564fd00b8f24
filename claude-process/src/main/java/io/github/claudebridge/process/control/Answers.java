package io.github.claudebridge.process.control;

import io.github.claudebridge.process.event.McpServerStatus;
import io.github.claudebridge.process.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Reads what the CLI answers to control requests. What is missing is empty or zero. */
final class Answers {

    private Answers() {}

    static void ignore(Json answer) {}

    static ContextUsage contextUsage(Json answer) {
        List<ContextUsage.Category> categories = list(answer, "categories")
                .map(json -> new ContextUsage.Category(text(json, "name"), whole(json, "tokens"), text(json, "kind")))
                .toList();
        return new ContextUsage(
                whole(answer, "totalTokens"),
                whole(answer, "maxTokens"),
                answer.number("percentage").orElse(0),
                text(answer, "model"),
                categories);
    }

    static SessionCost sessionCost(Json answer) {
        Json session = answer.get("session").orElse(Json.EMPTY_OBJECT);
        return new SessionCost(
                session.number("total_cost_usd").orElse(0),
                Duration.ofMillis(whole(session, "total_api_duration_ms")),
                Duration.ofMillis(whole(session, "total_duration_ms")),
                whole(session, "total_lines_added"),
                whole(session, "total_lines_removed"),
                session.get("model_usage").orElse(Json.EMPTY_OBJECT));
    }

    static List<ModelInfo> models(Json answer) {
        return list(answer, "models")
                .map(json -> new ModelInfo(
                        text(json, "value"),
                        text(json, "resolvedModel"),
                        text(json, "displayName"),
                        text(json, "description")))
                .toList();
    }

    static RewindResult rewind(Json answer) {
        List<Path> files = list(answer, "filesChanged")
                .flatMap(json -> json.string().stream())
                .map(Path::of)
                .toList();
        return new RewindResult(
                answer.isTrue("canRewind"),
                files,
                whole(answer, "insertions"),
                whole(answer, "deletions"),
                text(answer, "error"));
    }

    static TaskOutput taskOutput(Json answer) {
        return new TaskOutput(text(answer, "output"), whole(answer, "total_bytes"), answer.isTrue("truncated"));
    }

    static List<McpServerStatus> mcpServers(Json answer) {
        return list(answer, "mcpServers")
                .map(json -> new McpServerStatus(text(json, "name"), text(json, "status")))
                .toList();
    }

    static Stream<Json> list(Json object, String key) {
        return object.get(key).map(Json::elements).orElse(List.of()).stream();
    }

    private static String text(Json object, String key) {
        return object.string(key).orElse("");
    }

    private static long whole(Json object, String key) {
        return (long) object.number(key).orElse(0);
    }
}
