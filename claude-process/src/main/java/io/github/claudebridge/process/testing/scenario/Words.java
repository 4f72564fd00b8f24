package io.github.claudebridge.process.testing.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits arguments at spaces; single quotes keep a part together. */
final class Words {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private Words() {}

    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words;
    }
}
