package io.github.claudebridge.session;

import java.util.Locale;

/** How much of Claude's work a session shows in the chat. */
public enum OutputMode {
    /** Progress while working, then the answer. */
    DEFAULT,
    /** Everything, over several messages. */
    VERBOSE,
    /** Short answers as they are, long ones as files. */
    SMART;

    /** The word in the metadata file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
