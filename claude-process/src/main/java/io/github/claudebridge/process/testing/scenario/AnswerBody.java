package io.github.claudebridge.process.testing.scenario;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Describes the body of an answer: small ones as they are, large ones by the keys that a host relies on. */
final class AnswerBody {
    private static final Map<String, Set<String>> KEYS = Map.of(
            "initialize", Set.of("account", "agents", "commands", "models", "output_style", "pid"),
            "get_context_usage", Set.of("categories", "maxTokens", "percentage", "totalTokens"),
            "get_usage", Set.of("session"),
            "list_models", Set.of("models"),
            "get_settings", Set.of("applied", "effective"),
            "get_session_cost", Set.of("text"),
            "get_binary_version", Set.of("version"));

    private AnswerBody() {}

    static String of(String subtype, JsonObject body, Placeholders placeholders) {
        Set<String> wanted = KEYS.get(subtype);
        if (wanted == null) {
            return placeholders.strip(body.toString());
        }
        Set<String> found = new TreeSet<>(wanted);
        found.retainAll(body.keys());
        return found.toString();
    }
}
