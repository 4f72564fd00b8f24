package io.github.claudebridge.process.supervisor.ledger;

import io.github.claudebridge.process.json.Json;
import java.time.Instant;
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

    /** The process that has this number now, if it lives. */
    public static Optional<ProcessId> of(long pid) {
        return ProcFiles.isZombie(pid)
                ? Optional.empty()
                : started(pid)
                        .map(started -> new ProcessId(
                                pid, started, ProcFiles.commandLine(pid).orElse("")));
    }

    private static Optional<String> started(long pid) {
        Optional<String> ticks =
                ProcFiles.startTicks(pid).flatMap(value -> ProcFiles.bootId().map(boot -> boot + "_" + value));
        return ticks.or(() -> ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().startInstant())
                .map(Instant::toEpochMilli)
                .map(Object::toString));
    }

    /** Whether this very process lives; one that is dead and not yet buried does not. */
    public boolean isAlive() {
        return !ProcFiles.isZombie(pid) && started(pid).filter(started::equals).isPresent();
    }

    /** Whether the process of this number is this one, and still runs what it ran. */
    boolean isUnchanged() {
        return isAlive()
                && ProcFiles.commandLine(pid)
                        .filter(now -> command.isEmpty() || now.equals(command))
                        .isPresent();
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
