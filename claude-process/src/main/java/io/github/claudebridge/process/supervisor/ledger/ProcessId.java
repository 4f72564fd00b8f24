package io.github.claudebridge.process.supervisor.ledger;

import io.github.claudebridge.process.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * Names one process for all time: a process number alone is used again for others. Immutable and thread-safe.
 *
 * @param pid its number
 * @param started when it was started, in a form that no other start of the same number has
 * @param command its command line, the words separated by spaces; empty where it is not told
 */
public record ProcessId(long pid, String started, String command) {

    /** The process that has this number now, if it certainly lives. */
    public static Optional<ProcessId> of(long pid) {
        return ProcessFacts.SYSTEM.of(pid);
    }

    /** Whether certainly no process has this number now. */
    public static boolean isFree(long pid) {
        return ProcessFacts.SYSTEM.isFree(pid);
    }

    /** Whether this very process certainly lives; one that is dead and not yet buried does not. */
    public boolean isAlive() {
        return ProcessFacts.SYSTEM.isAlive(this);
    }

    /** Whether it is certainly dead. Where the system tells nothing of it, it is neither dead nor alive. */
    public boolean isDead() {
        return ProcessFacts.SYSTEM.isDead(this);
    }

    Json toJson() {
        return Json.of(Map.of("pid", pid, "started", started, "command", command));
    }

    static Optional<ProcessId> of(Json json) {
        return json.string("started")
                .filter(started -> json.number("pid").isPresent())
                .map(started -> new ProcessId(
                        (long) json.number("pid").getAsDouble(),
                        started,
                        json.string("command").orElse("")));
    }
}
