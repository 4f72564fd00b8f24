package io.github.claudebridge.process.supervisor;

/** Where a conversation is in its life. */
public enum ConversationState {
    /** It has no process. The next prompt starts one. */
    SUSPENDED,
    /** It waits until there is room for its process. */
    WAITING_FOR_ROOM,
    /** Its process is being started. */
    STARTING,
    /** Its process lives. */
    LIVE,
    /** Its process has crashed, and is started again after a pause. */
    BACKING_OFF,
    /** Its process is being ended. */
    STOPPING
}
