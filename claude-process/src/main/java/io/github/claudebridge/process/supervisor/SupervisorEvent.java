package io.github.claudebridge.process.supervisor;

import io.github.claudebridge.process.error.ClaudeError;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the supervisor did, or found. All are immutable and thread-safe. */
public sealed interface SupervisorEvent {

    /** The conversation it is about. */
    String key();

    /** There is no room for one more process; it is started when another one has ended. */
    record WaitingForRoom(String key) implements SupervisorEvent {}

    /**
     * A process is about to be started.
     *
     * @param resumes whether there is a history to go on with
     * @param quietFor how long nothing was said before; null where that is not known
     */
    record Starting(String key, boolean resumes, @Nullable Duration quietFor) implements SupervisorEvent {}

    /**
     * A process is ready.
     *
     * @param pid its process id; 0 where there is none
     * @param sessionId the session of the CLI
     * @param resumed whether it goes on with a history
     * @param took the time from the decision to the readiness
     */
    record Started(String key, long pid, UUID sessionId, boolean resumed, Duration took) implements SupervisorEvent {}

    /**
     * What is to be stored about a conversation has changed: its id, or that it has a history now.
     *
     * @param sessionId the id from now on
     * @param hasHistory whether a turn was completed under it
     * @param earlier the id before, if it was another; null otherwise
     */
    record IdentityChanged(
            String key,
            UUID sessionId,
            boolean hasHistory,
            @Nullable UUID earlier) implements SupervisorEvent {}

    /** The process was ended, on purpose. The conversation goes on with the next prompt. */
    record Suspended(String key, SuspendReason reason) implements SupervisorEvent {}

    /**
     * A process has died, or could not be started.
     *
     * @param error how
     * @param attempt which try comes next, from 1; 0 where none comes
     * @param pause how long until then
     */
    record Crashed(String key, ClaudeError error, int attempt, Duration pause) implements SupervisorEvent {}

    /**
     * The process is not started again by itself: it cannot be, or it has crashed too often. Prompts that waited have failed. The next
     * prompt tries once more.
     *
     * @param error the reason, which says what to do
     */
    record GaveUp(String key, ClaudeError error) implements SupervisorEvent {}

    /**
     * Nothing has come within a turn for long, but the process answers: it works, or waits for something.
     *
     * @param silence how long
     */
    record Silent(String key, Duration silence) implements SupervisorEvent {}

    /**
     * The processes use more memory than they may, and none of them can be suspended now.
     *
     * @param key the conversation that uses most
     * @param usedBytes what all of them use
     * @param limitBytes what they may use
     */
    record MemoryExceeded(String key, long usedBytes, long limitBytes) implements SupervisorEvent {}
}
