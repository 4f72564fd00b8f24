package io.github.claudebridge.telegram.conversation;

/** What came of a change of a message. */
public enum Edited {
    /** Claude gets the new text. */
    REPLACED,
    /** It says what it said before. */
    UNCHANGED,
    /** Claude has the old text. */
    TOO_LATE,
    /** No prompt of now came from that message. */
    UNKNOWN
}
