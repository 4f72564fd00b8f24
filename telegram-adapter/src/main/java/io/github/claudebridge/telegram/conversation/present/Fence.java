package io.github.claudebridge.telegram.conversation.present;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as a block of code that nothing in it can end. */
final class Fence {

    private static final Pattern TICKS = Pattern.compile("`{3,}");

    private Fence() {}

    /**
     * A block.
     *
     * @param language what the fence names; may be empty
     * @param longest how many characters are shown; of a longer text the beginning is
     */
    static String around(String language, String text, int longest) {
        String shown = text.length() <= longest ? text.strip() : text.substring(0, cut(text, longest)) + "\n…";
        String fence = "```";
        for (Matcher ticks = TICKS.matcher(shown); ticks.find(); ) {
            fence = ticks.group().length() >= fence.length() ? ticks.group() + "`" : fence;
        }
        return fence + language + "\n" + shown + "\n" + fence;
    }

    private static int cut(String text, int longest) {
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }
}
