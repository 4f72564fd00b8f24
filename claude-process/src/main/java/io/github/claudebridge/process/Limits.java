package io.github.claudebridge.process;

import java.time.Duration;

/**
 * How long things may take. Immutable and thread-safe.
 *
 * @param start until the CLI is ready
 * @param request until the CLI answers a control request
 * @param permission until a decision about a tool is given up and the tool denied
 * @param silence in a turn until the listener is told that nothing comes
 * @param idleBeforeClose how long {@code close} waits for a running turn
 * @param closeStep how long {@code close} waits for each of its steps
 */
public record Limits(
        Duration start,
        Duration request,
        Duration permission,
        Duration silence,
        Duration idleBeforeClose,
        Duration closeStep) {

    /** What is used unless told otherwise: 30 s, 30 s, 12 h, 10 min, 2 s, 3 s. */
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofHours(12),
            Duration.ofMinutes(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3));

    /** The same with another limit for the start. */
    public Limits withStart(Duration limit) {
        return new Limits(limit, request, permission, silence, idleBeforeClose, closeStep);
    }

    /** The same with another limit for control requests. */
    public Limits withRequest(Duration limit) {
        return new Limits(start, limit, permission, silence, idleBeforeClose, closeStep);
    }

    /** The same with another limit for decisions about tools. */
    public Limits withPermission(Duration limit) {
        return new Limits(start, request, limit, silence, idleBeforeClose, closeStep);
    }

    /** The same with another time of silence. */
    public Limits withSilence(Duration limit) {
        return new Limits(start, request, permission, limit, idleBeforeClose, closeStep);
    }

    /** The same with another wait for the running turn. */
    public Limits withIdleBeforeClose(Duration limit) {
        return new Limits(start, request, permission, silence, limit, closeStep);
    }

    /** The same with another wait for each step of closing. */
    public Limits withCloseStep(Duration limit) {
        return new Limits(start, request, permission, silence, idleBeforeClose, limit);
    }
}
