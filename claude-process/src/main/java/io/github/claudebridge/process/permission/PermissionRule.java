package io.github.claudebridge.process.permission;

import io.github.claudebridge.process.json.Json;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One change of the rules, as the CLI suggests it. Immutable and thread-safe.
 *
 * @param json the rule in the CLI's form
 */
public record PermissionRule(Json json) {

    /** What it does: {@code addRules}, {@code addDirectories}, {@code setMode} and the like; empty where not said. */
    public String type() {
        return json.string("type").orElse("");
    }

    /** How long it lasts: {@code session}, {@code localSettings}, {@code projectSettings} or {@code userSettings}; empty where not said. */
    public String destination() {
        return json.string("destination").orElse("");
    }

    /** One line for people, such as {@code Bash(npm test)}. */
    public String describe() {
        return switch (type()) {
            case "addRules" -> rules();
            case "addDirectories" -> directories();
            case "setMode" -> json.string("mode").orElse("");
            default -> json.text();
        };
    }

    private String rules() {
        return json.get("rules").map(Json::elements).orElse(List.of()).stream()
                .map(rule -> rule.string("toolName").orElse("?")
                        + rule.string("ruleContent")
                                .map(content -> "(" + content + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    private String directories() {
        return json.get("directories").map(Json::elements).orElse(List.of()).stream()
                .flatMap(directory -> directory.string().stream())
                .collect(Collectors.joining(", "));
    }
}
