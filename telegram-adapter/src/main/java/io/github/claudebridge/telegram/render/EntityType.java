package io.github.claudebridge.telegram.render;

/** The formatting kinds that a message may carry; all others are found by Telegram itself. Immutable. */
public enum EntityType {
    BOLD("bold"),
    ITALIC("italic"),
    UNDERLINE("underline"),
    STRIKETHROUGH("strikethrough"),
    SPOILER("spoiler"),
    BLOCKQUOTE("blockquote"),
    /** A quote that the reader's client shows collapsed. */
    EXPANDABLE_BLOCKQUOTE("expandable_blockquote"),
    CODE("code"),
    PRE("pre"),
    TEXT_LINK("text_link");

    private final String apiName;

    EntityType(String apiName) {
        this.apiName = apiName;
    }

    /** The value of {@code type} in the Bot API. */
    public String apiName() {
        return apiName;
    }

    /** Whether this is a quote of either kind. */
    public boolean isQuote() {
        return this == BLOCKQUOTE || this == EXPANDABLE_BLOCKQUOTE;
    }

    /** Whether this is monospace, inside which Telegram allows nothing else. */
    public boolean isCode() {
        return this == CODE || this == PRE;
    }
}
