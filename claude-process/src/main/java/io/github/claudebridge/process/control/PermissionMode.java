package io.github.claudebridge.process.control;

import java.util.Optional;
import java.util.stream.Stream;

/** What Claude may do without asking. */
public enum PermissionMode {
    /** Reading; the rest is asked for. */
    DEFAULT("default"),
    /** Reading and changing files in its directories. */
    ACCEPT_EDITS("acceptEdits"),
    /** Nothing is changed until a plan is approved. */
    PLAN("plan"),
    /** A model decides what needs to be asked for. */
    AUTO("auto"),
    /** What is not allowed by a rule is denied without asking. */
    DONT_ASK("dontAsk"),
    /** Everything. Must have been made possible at the start. */
    BYPASS_PERMISSIONS("bypassPermissions");

    private final String wireName;

    PermissionMode(String wireName) {
        this.wireName = wireName;
    }

    /** The CLI's name. */
    public String wireName() {
        return wireName;
    }

    /** The mode of this name; empty where this library does not know it. */
    public static Optional<PermissionMode> named(String wireName) {
        return Stream.of(values())
                .filter(mode -> mode.wireName.equals(wireName))
                .findFirst();
    }
}
