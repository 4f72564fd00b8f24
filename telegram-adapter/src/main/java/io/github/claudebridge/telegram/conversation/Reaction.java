package io.github.claudebridge.telegram.conversation;

/** What the bot thinks of a message, shown at that message. */
public enum Reaction {
    /** No reaction. */
    NONE,
    /** It was seen. */
    SEEN,
    /** It waits for its turn. */
    QUEUED,
    /** It is being worked on. */
    WORKING,
    /** It was done. */
    DONE,
    /** It failed. */
    FAILED
}
