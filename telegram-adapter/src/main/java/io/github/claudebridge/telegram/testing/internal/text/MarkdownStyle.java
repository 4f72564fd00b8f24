package io.github.claudebridge.telegram.testing.internal.text;

import java.util.Optional;

/** What can be open in MarkdownV2. */
enum MarkdownStyle {
    // Longer marks stand before the shorter ones that they begin with.
    UNDERLINE("__", "__", "underline", "Underline"),
    ITALIC("_", "_", "italic", "Italic"),
    BOLD("*", "*", "bold", "Bold"),
    STRIKETHROUGH("~", "~", "strikethrough", "Strikethrough"),
    SPOILER("||", "||", "spoiler", "Spoiler"),
    EMOJI("![", "]", "custom_emoji", "CustomEmoji"),
    LINK("[", "]", "text_link", "TextUrl"),
    PRE("```", "```", "pre", "Pre"),
    PRE_CODE("```", "```", "pre", "PreCode"),
    CODE("`", "`", "code", "Code"),
    QUOTE(">", "\n", "blockquote", "BlockQuote");

    private final String mark;
    private final String endMark;
    private final String type;
    private final String title;

    MarkdownStyle(String mark, String endMark, String type, String title) {
        this.mark = mark;
        this.endMark = endMark;
        this.type = type;
        this.title = title;
    }

    /** The style whose mark stands at {@code at}; quotes, which depend on the line, are left out. */
    static Optional<MarkdownStyle> startingAt(Utf8 input, int at) {
        for (MarkdownStyle style : values()) {
            if (style != QUOTE && input.startsWith(style.mark, at)) {
                return Optional.of(style);
            }
        }
        return Optional.empty();
    }

    boolean endsAt(Utf8 input, int at) {
        if (this == QUOTE) {
            return false;
        }
        boolean longerMark = this == ITALIC && input.startsWith(UNDERLINE.mark, at);
        return input.startsWith(endMark, at) && !longerMark;
    }

    boolean isCode() {
        return this == PRE || this == PRE_CODE || this == CODE;
    }

    String mark() {
        return mark;
    }

    String endMark() {
        return endMark;
    }

    /** The type of entity it becomes. */
    String type() {
        return type;
    }

    /** What the server calls it in refusals. */
    String title() {
        return title;
    }
}
