package io.github.claudebridge.session.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a process from another that has its number later. Where the system gives it, the start is counted in ticks since
 * the machine was booted: the time of day moves when the clock is set, and would make a living process look like another
 * one. Thread-safe.
 */
final class ProcessStart {

    static final ProcessStart SYSTEM = new ProcessStart(Path.of("/proc"));

    /** The start is the 22nd field of the line, the 20th behind the name, which stands in brackets. */
    private static final int START_BEHIND_NAME = 19;

    private static final String TICKS = "t";

    private final Path proc;

    /** Reads below {@code /proc}, or what stands for it. */
    ProcessStart(Path proc) {
        this.proc = proc;
    }

    /** When a process was started, in letters and digits; empty when it does not live, or the system does not tell. */
    Optional<String> of(long pid) {
        try {
            String boot = Files.readString(proc.resolve("sys/kernel/random/boot_id"));
            String stat = Files.readString(proc.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(boot.substring(0, 8) + TICKS + behindName[START_BEHIND_NAME]);
        } catch (IOException e) {
            return byTime(pid);
        }
    }

    private static Optional<String> byTime(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(Instant::toEpochMilli)
                .map(Object::toString);
    }

    /** Whether this process has certainly ended. A start that was told in another way proves nothing. */
    boolean hasEnded(long pid, String start) {
        Optional<String> now = of(pid);
        return now.isPresent()
                ? now.get().contains(TICKS) == start.contains(TICKS)
                        && !now.get().equals(start)
                : isGone(pid);
    }

    /** Some systems show each user only their own processes, and so not the first one either. */
    private boolean isGone(long pid) {
        return Files.isReadable(proc.resolve("self/stat"))
                ? Files.exists(proc.resolve("1")) && Files.notExists(proc.resolve(Long.toString(pid)))
                : byTime(ProcessHandle.current().pid()).isPresent()
                        && ProcessHandle.of(pid).isEmpty();
    }
}
