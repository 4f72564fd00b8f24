package io.github.claudebridge.telegram.gateway;

/** How urgent something is; what is more urgent goes first. */
enum Lane {
    /** Answers, questions, failures: what people wait for. */
    URGENT,
    /** Files, which may take their time. */
    FILES,
    /** What is worth nothing when something newer is there: drafts, edits, reactions. */
    COSMETIC
}
