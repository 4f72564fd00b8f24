package io.github.claudebridge.telegram.conversation;

/** What became of a message. */
public enum Handled {
    /** It was answered. */
    DONE,
    /** It could not be done; the chat was told why. */
    FAILED
}
