package io.github.claudebridge.telegram.conversation.question;

import java.util.Locale;
import java.util.Set;

/** One-word answers. */
final class YesOrNo {

    private static final Set<String> YES = Set.of("y", "yes", "ok", "okay", "allow", "approve", "👍");
    private static final Set<String> NO = Set.of("n", "no", "deny", "👎");

    private YesOrNo() {}

    static boolean isYes(String text) {
        return YES.contains(word(text));
    }

    static boolean isNo(String text) {
        return NO.contains(word(text));
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!]+$", "");
    }
}
