package io.github.claudebridge.process.testing.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of a script and its division into steps and actions. */
final class Script {
    private static final Pattern BETWEEN_STEPS = Pattern.compile("\\s;;\\s");
    private static final Pattern BETWEEN_ACTIONS = Pattern.compile("\\s\\+\\+\\s");

    private Script() {}

    /** The script in a text: the text itself, or the first of its lines that starts with an action. */
    static Optional<String> findIn(String text) {
        if (startsWithAction(text)) {
            return Optional.of(text);
        }
        return text.lines().map(String::strip).filter(Script::startsWithAction).findFirst();
    }

    static List<String> steps(String script) {
        return List.of(BETWEEN_STEPS.split(script, -1));
    }

    static List<String> actions(String step) {
        return BETWEEN_ACTIONS.splitAsStream(step).map(String::strip).toList();
    }

    private static boolean startsWithAction(String text) {
        return Actions.named(Words.of(text).first()).isPresent();
    }
}
