package io.github.claudebridge.telegram.testing.internal.text;

import java.util.List;
import java.util.Set;

/** What the server knows about types of entity. */
final class EntityKind {

    /** In the order in which entities of the same place are listed: the outer first. */
    private static final List<String> KNOWN = List.of(
            "expandable_blockquote",
            "blockquote",
            "text_link",
            "text_mention",
            "date_time",
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "custom_emoji",
            "pre",
            "code");

    private static final Set<String> FOUND_BY_SERVER =
            Set.of("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number");
    private static final Set<String> SPLITTABLE = Set.of("bold", "italic", "underline", "strikethrough", "spoiler");

    private EntityKind() {}

    static int rank(String type) {
        return KNOWN.indexOf(type);
    }

    static boolean isKnown(String type) {
        return KNOWN.contains(type);
    }

    static boolean isFoundByServer(String type) {
        return FOUND_BY_SERVER.contains(type);
    }

    static boolean isSplittable(String type) {
        return SPLITTABLE.contains(type);
    }

    static boolean isCode(String type) {
        return type.equals("code") || type.equals("pre");
    }

    static boolean isQuote(String type) {
        return type.equals("blockquote") || type.equals("expandable_blockquote");
    }

    /** Whether people see the text below as something of its own, in which nothing else is searched. */
    static boolean isOpaque(String type) {
        return isCode(type) || type.equals("text_link") || type.equals("text_mention") || type.equals("custom_emoji");
    }
}
