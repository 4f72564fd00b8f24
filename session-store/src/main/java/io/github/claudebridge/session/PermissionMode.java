package io.github.claudebridge.session;

import java.util.Locale;

/** What Claude may do in a session without asking, from least to most. */
public enum PermissionMode {
    /** Reads and plans only. */
    PLAN,
    /** Asks before everything that changes something; the mode of a new, restored or imported session. */
    ASK,
    /** Denies what would have to be asked. */
    DONT_ASK,
    /** Edits files without asking. */
    ACCEPT_EDITS,
    /** Lets Claude judge what is safe. */
    AUTO,
    /** Never asks. */
    BYPASS;

    /** The word in our files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
