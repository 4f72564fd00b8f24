package io.github.claudebridge.session.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells a process from another that has its number later. Where the system gives it, the start is counted in ticks since
 * the machine was booted: the time of day moves when the clock is set, and would make a living process look like another
 * one. Thread-safe.
 */
final class ProcessStart {

    /** The start is the 22nd field of the line, the 20th behind the name, which stands in brackets. */
    private static final int START_BEHIND_NAME = 19;

    private ProcessStart() {}

    /** When a process was started, in letters and digits; empty when it does not live. */
    static Optional<String> of(long pid) {
        try {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(boot.substring(0, 8) + "t" + behindName[START_BEHIND_NAME]);
        } catch (IOException e) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().startInstant())
                    .map(start -> Long.toString(start.toEpochMilli()));
        }
    }
}
