package io.github.claudebridge.process;

/** What a process is doing. */
public enum Status {
    /** Not ready yet. */
    STARTING,
    /** Ready for a prompt. */
    IDLE,
    /** In a turn. */
    BUSY,
    /** In a turn that waits for a decision about a tool. */
    WAITING_FOR_PERMISSION,
    /** In a turn; a request to the model failed and is tried again. */
    RETRYING,
    /** In a turn; the history is being summarised. */
    COMPACTING,
    /** Ended. */
    CLOSED
}
