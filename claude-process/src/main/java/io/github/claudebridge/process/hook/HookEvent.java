package io.github.claudebridge.process.hook;

/** When a hook runs. */
public enum HookEvent {
    /** Before a tool is used; may deny or allow it, or change its input. */
    PRE_TOOL_USE("PreToolUse"),
    /** After a tool was used. */
    POST_TOOL_USE("PostToolUse"),
    /** After a tool has failed. */
    POST_TOOL_USE_FAILURE("PostToolUseFailure"),
    /** When a permission is about to be asked for. */
    PERMISSION_REQUEST("PermissionRequest"),
    /** When a prompt was sent. */
    USER_PROMPT_SUBMIT("UserPromptSubmit"),
    /** When an answer is complete. */
    STOP("Stop"),
    /** When a subagent begins. */
    SUBAGENT_START("SubagentStart"),
    /** When a subagent is done. */
    SUBAGENT_STOP("SubagentStop"),
    /** Before the history is summarised. */
    PRE_COMPACT("PreCompact"),
    /** After the history was summarised. */
    POST_COMPACT("PostCompact"),
    /** When the CLI has something to tell its user. */
    NOTIFICATION("Notification"),
    /** When the session begins. The tested CLI does not call hosts for it. */
    SESSION_START("SessionStart"),
    /** When the session ends. The tested CLI does not call hosts for it. */
    SESSION_END("SessionEnd");

    private final String wireName;

    HookEvent(String wireName) {
        this.wireName = wireName;
    }

    /** The CLI's name. */
    public String wireName() {
        return wireName;
    }
}
