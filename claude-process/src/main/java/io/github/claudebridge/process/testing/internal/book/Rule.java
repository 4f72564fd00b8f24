package io.github.claudebridge.process.testing.internal.book;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is done at a prompt.
 *
 * @param match how the words are compared with the prompt
 * @param words what the prompt must be, hold or match; of no meaning for {@link Match#ANY}
 * @param script what the model does then, in its language
 */
public record Rule(Match match, String words, String script) {

    /** How a prompt is compared. White space around it is of no meaning. */
    public enum Match {
        /** It is these words. */
        EQUAL,
        /** These words stand in it. */
        CONTAINING,
        /** This regular expression is found in it. */
        MATCHING,
        /** It is whatever it is. */
        ANY
    }

    boolean covers(String prompt) {
        String asked = prompt.strip();
        return switch (match) {
            case EQUAL -> asked.equals(words.strip());
            case CONTAINING -> asked.contains(words);
            case MATCHING ->
                Pattern.compile(words, Pattern.DOTALL).matcher(asked).find();
            case ANY -> true;
        };
    }

    JsonObject json() {
        return JsonObject.of("match", match.name().toLowerCase(Locale.ROOT), "words", words, "script", script);
    }

    static Rule of(JsonObject json) {
        Match match = Match.valueOf(json.text("match", "").toUpperCase(Locale.ROOT));
        return new Rule(match, json.text("words", ""), json.text("script", ""));
    }
}
