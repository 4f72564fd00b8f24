package io.github.claudebridge.process.testing.internal.model;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.json.JsonSyntaxException;

/** The input of a scripted tool call: a JSON object, or short forms for the common tools. */
final class ToolInput {
    private ToolInput() {}

    static JsonObject of(String tool, String argument) {
        if (argument.startsWith("{")) {
            return parse(argument);
        }
        Words words = Words.of(argument);
        return switch (tool) {
            case "Bash" -> JsonObject.of("command", argument, "description", "scripted command");
            case "Read" -> JsonObject.of("file_path", argument);
            case "Write" -> JsonObject.of("file_path", words.first(), "content", words.rest());
            case "Edit" -> edit(words.first(), words.rest());
            case "Glob", "Grep" -> JsonObject.of("pattern", argument);
            case "WebFetch" -> JsonObject.of("url", argument, "prompt", "summarise");
            case "Skill" -> JsonObject.of("skill", argument);
            case "TaskOutput" -> JsonObject.of("task_id", argument, "block", true, "timeout", 30_000);
            default -> argument.isEmpty() ? JsonObject.of() : JsonObject.of("input", argument);
        };
    }

    private static JsonObject edit(String file, String change) {
        int arrow = change.indexOf("=>");
        return JsonObject.of(
                "file_path", file,
                "old_string", arrow < 0 ? change : change.substring(0, arrow),
                "new_string", arrow < 0 ? "" : change.substring(arrow + 2));
    }

    /** A script inside the input writes its separators with one sign more. */
    private static JsonObject parse(String json) {
        try {
            return JsonObject.parse(json.replace(";;;", ";;").replace("+++", "++"));
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException("the input of the tool is not JSON: " + json, e);
        }
    }
}
