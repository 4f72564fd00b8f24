package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.process.permission.PermissionRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule that can be made when a request is allowed, so that the same is not asked again.
 *
 * @param words what it allows, and for how long
 */
record RuleOffer(String words, PermissionRule rule) {

    private static final int MOST = 8;

    /**
     * The rules for a request: those that the CLI suggests and we understand, the first one also for the session alone. Where it
     * suggests none, it does not see what the tool would do, and neither do we.
     */
    static List<RuleOffer> of(PermissionRequest request) {
        Map<String, RuleOffer> offers = new LinkedHashMap<>();
        Stream.concat(forSession(request).stream(), understood(request))
                .map(rule -> new RuleOffer(words(rule), rule))
                .limit(MOST)
                .forEach(offer -> offers.putIfAbsent(offer.words(), offer));
        return List.copyOf(offers.values());
    }

    /** The rule that allows the same for the session alone; empty where there is none. */
    static Optional<PermissionRule> forSession(PermissionRequest request) {
        return understood(request)
                .filter(rule -> rule.type().equals("addRules"))
                .findFirst()
                .map(RuleOffer::untilTheProcessEnds);
    }

    private static Stream<PermissionRule> understood(PermissionRequest request) {
        return request.suggestions().stream().filter(RuleOffer::isUnderstood);
    }

    /** Whether the rule sets the mode in which files are changed without asking. */
    boolean acceptsEdits() {
        return rule.type().equals("setMode") && setsAcceptEdits(rule);
    }

    private static boolean setsAcceptEdits(PermissionRule rule) {
        return rule.json().string("mode").orElse("").equals("acceptEdits");
    }

    /** The same, forgotten when the CLI's process ends. */
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
