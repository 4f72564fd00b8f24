package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.process.permission.PermissionRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that can be made when a request is allowed, so that the same is not asked again.
 *
 * @param words what it allows, and for how long
 */
record RuleOffer(String words, PermissionRule rule) {

    private static final int MOST = 8;

    /** The rules for a request: one for the session, then those that the CLI suggests and we understand. */
    static List<RuleOffer> of(PermissionRequest request) {
        List<RuleOffer> offers = new ArrayList<>();
        PermissionRule session = forSession(request);
        offers.add(new RuleOffer(words(session), session));
        request.suggestions().stream()
                .filter(RuleOffer::isUnderstood)
                .filter(rule -> !words(rule).equals(words(session)))
                .limit(MOST)
                .forEach(rule -> offers.add(new RuleOffer(words(rule), rule)));
        return List.copyOf(offers);
    }

    /** Whether the rule sets the mode in which files are changed without asking. */
    boolean acceptsEdits() {
        return rule.type().equals("setMode") && setsAcceptEdits(rule);
    }

    private static boolean setsAcceptEdits(PermissionRule rule) {
        return rule.json().string("mode").orElse("").equals("acceptEdits");
    }

    /** What was asked, as narrow as the CLI itself would make the rule, but forgotten when its process ends. */
    private static PermissionRule forSession(PermissionRequest request) {
        return request.suggestions().stream()
                .filter(rule -> rule.type().equals("addRules") && isUnderstood(rule))
                .findFirst()
                .map(RuleOffer::untilTheProcessEnds)
                .orElseGet(() -> new PermissionRule(Json.of(Map.of(
                        "type",
                        "addRules",
                        "rules",
                        List.of(Map.of("toolName", request.toolName())),
                        "behavior",
                        "allow",
                        "destination",
                        "session"))));
    }

    private static PermissionRule untilTheProcessEnds(PermissionRule rule) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(rule.json().toMap());
        fields.put("destination", "session");
        return new PermissionRule(Json.of(fields));
    }

    private static boolean isUnderstood(PermissionRule rule) {
        return switch (rule.type()) {
            case "addRules" -> rule.json().string("behavior").orElse("").equals("allow");
            case "addDirectories" -> true;
            case "setMode" -> setsAcceptEdits(rule);
            default -> false;
        };
    }

    private static String words(PermissionRule rule) {
        return QuestionWords.rule(rule.type(), rule.destination(), Markup.visible(rule.describe()));
    }
}
