package io.github.claudebridge.process.supervisor.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What is known of processes. Of one that the system tells nothing of it is neither certain that it lives nor that it is dead: it is not
 * ended then, and what it holds is not given away. Thread-safe.
 */
final class ProcessFacts {

    /** Parts a start as Linux tells it: the boot, and the ticks since then. Other systems tell a time. */
    private static final String SEPARATOR = "_";

    static final ProcessFacts SYSTEM = new ProcessFacts(
            new ProcFiles(Path.of("/proc")),
            pid -> ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant()));

    private final ProcFiles proc;
    private final LongFunction<Optional<Instant>> starts;

    /**
     * Facts from these sources.
     *
     * @param starts tells when a process was started, where the files do not
     */
    ProcessFacts(ProcFiles proc, LongFunction<Optional<Instant>> starts) {
        this.proc = proc;
        this.starts = starts;
    }

    /** The process that has this number now, if it certainly lives. */
    Optional<ProcessId> of(long pid) {
        return proc.isZombie(pid)
                ? Optional.empty()
                : byTicks(pid)
                        .or(() -> byTime(pid))
                        .map(started ->
                                new ProcessId(pid, started, commandLine(pid).orElse("")));
    }

    private Optional<String> byTicks(long pid) {
        return proc.startTicks(pid).flatMap(ticks -> proc.bootId().map(boot -> boot + SEPARATOR + ticks));
    }

    private Optional<String> byTime(long pid) {
        return starts.apply(pid).map(Instant::toEpochMilli).map(Object::toString);
    }

    /** When the process that has the number of this one was started, told in the same way. */
    private Optional<String> startLike(ProcessId process) {
        return process.started().contains(SEPARATOR) ? byTicks(process.pid()) : byTime(process.pid());
    }

    /** Whether this very process certainly lives; one that is dead and not yet buried does not. */
    boolean isAlive(ProcessId process) {
        return !proc.isZombie(process.pid())
                && startLike(process).filter(process.started()::equals).isPresent();
    }

    /** Whether it is certainly dead. */
    boolean isDead(ProcessId process) {
        return isFree(process.pid())
                || proc.isZombie(process.pid())
                || startLike(process)
                        .filter(now -> !now.equals(process.started()))
                        .isPresent();
    }

    /** Whether a process of this user is certainly dead; of these the system tells also where it hides those of others. */
    boolean isOwnDead(ProcessId process) {
        return isDead(process) || (proc.tell() && proc.isMissing(process.pid()));
    }

    /** Whether certainly no process has this number. */
    boolean isFree(long pid) {
        return proc.tell()
                ? proc.tellOfOthers() && proc.isMissing(pid)
                : starts.apply(ProcessHandle.current().pid()).isPresent()
                        && starts.apply(pid).isEmpty();
    }

    /** Its command line, the words separated by spaces; empty where it is not told. */
    Optional<String> commandLine(long pid) {
        return proc.commandLine(pid);
    }

    /** The value of a variable in the environment that it was started with; empty where it is not told. */
    Optional<String> variable(long pid, String name) {
        return proc.variable(pid, name);
    }
}
