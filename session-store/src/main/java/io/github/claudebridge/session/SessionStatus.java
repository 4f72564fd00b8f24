package io.github.claudebridge.session;

import java.util.Locale;

/** The stored state of a session: {@code IDLE -> ACTIVE -> SUSPENDED -> ACTIVE ...}. */
public enum SessionStatus {
    /** Created, never switched to. */
    IDLE,
    /** In use; a Claude process runs, or starts with the next message. */
    ACTIVE,
    /** Put to sleep; continues with its history on the next message. */
    SUSPENDED;

    /** The word in the metadata file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
