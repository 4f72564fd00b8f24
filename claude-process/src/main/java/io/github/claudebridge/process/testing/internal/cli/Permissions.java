package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which tool calls may be done at once, and which the host is asked about. */
final class Permissions {
    private static final Pattern BETWEEN_RULES = Pattern.compile("[, ](?![^(]*\\))");

    private final Session session;
    private final Events events;
    private final List<String> allowed;
    private final List<String> denied;

    Permissions(Session session, Events events, Arguments arguments) {
        this.events = events;
        this.session = session;
        allowed = rules(arguments, "--allowedTools", "--allowed-tools");
        denied = rules(arguments, "--disallowedTools", "--disallowed-tools");
    }

    enum Decision {
        ALLOW,
        ASK,
        DENY
    }

    Decision decide(String name, Tool tool, JsonObject input) {
        if (matches(denied, name, input)) {
            return Decision.DENY;
        }
        boolean allow =
                tool.isHarmless(input) || matches(allowed, name, input) || matches(session.allowed(), name, input);
        return switch (session.permissionMode()) {
            case "bypassPermissions" -> Decision.ALLOW;
            case "acceptEdits" -> allow || tool.isEdit(input) ? Decision.ALLOW : Decision.ASK;
            case "dontAsk" -> allow ? Decision.ALLOW : Decision.DENY;
            default -> allow ? Decision.ALLOW : Decision.ASK;
        };
    }

    /** Takes what the host gives beyond one call; it holds as long as the program runs, wherever it shall be kept. */
    void update(List<JsonObject> updates) {
        for (JsonObject update : updates) {
            if (update.text("type", "").equals("setMode")) {
                String mode = update.text("mode", session.permissionMode());
                session.usePermissionMode(mode);
                events.system("status", JsonObject.of("status", null, "permissionMode", mode));
            } else if (update.text("type", "").equals("addRules")
                    && update.text("behavior", "").equals("allow")) {
                update.objects("rules").forEach(rule -> session.allow(written(rule)));
            }
        }
    }

    private static String written(JsonObject rule) {
        String content = rule.text("ruleContent");
        return content == null ? rule.text("toolName", "") : rule.text("toolName", "") + "(" + content + ")";
    }

    private static boolean matches(List<String> rules, String name, JsonObject input) {
        String command = input.text("command", "");
        return rules.stream().anyMatch(rule -> {
            if (rule.equals(name)) {
                return true;
            }
            if (!rule.startsWith(name + "(") || !rule.endsWith(")")) {
                return false;
            }
            String pattern = rule.substring(name.length() + 1, rule.length() - 1);
            return pattern.endsWith(":*")
                    ? command.startsWith(pattern.substring(0, pattern.length() - 2))
                    : command.equals(pattern);
        });
    }

    private static List<String> rules(Arguments arguments, String... names) {
        List<String> rules = new ArrayList<>();
        for (String name : names) {
            for (String value : arguments.values(name)) {
                BETWEEN_RULES.splitAsStream(value).forEach(rules::add);
            }
        }
        return rules;
    }
}
