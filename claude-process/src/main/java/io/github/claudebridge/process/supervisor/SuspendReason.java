package io.github.claudebridge.process.supervisor;

/** Why a conversation lost its process. */
public enum SuspendReason {
    /** Nothing has happened for its idle timeout. */
    IDLE,
    /** Another conversation needed room, and this one had been idle longest. */
    ROOM,
    /** The host asked for it. */
    REQUESTED,
    /** The supervisor is closed. */
    CLOSED,
    /** The process has ended by itself, in order. */
    ENDED
}
