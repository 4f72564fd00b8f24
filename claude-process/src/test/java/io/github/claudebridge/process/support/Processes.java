package io.github.claudebridge.process.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What became of processes. */
public final class Processes {

    private Processes() {}

    /** Whether a process lives; one that is dead but not cleared away does not. */
    public static boolean isAlive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return !stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Whether the process whose id is in this file lives. */
    public static boolean isAlive(Path pidFile) {
        return isAlive(pidIn(pidFile));
    }

    /** The process id in this file. */
    public static long pidIn(Path pidFile) {
        try {
            return Long.parseLong(Files.readString(pidFile).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
