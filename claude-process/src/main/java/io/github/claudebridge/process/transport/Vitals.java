package io.github.claudebridge.process.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether processes live. A process that is dead but not yet cleared away by its parent counts as dead; where pid 1 is slow with that, as in
 * many containers, the JDK takes such a one for alive for seconds.
 */
final class Vitals {

    private static final Path PROC = Path.of("/proc");
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(2).toNanos();

    private Vitals() {}

    static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            // The name in parentheses may hold anything; the state follows it.
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException goneOrNotLinux) {
            return false;
        }
    }

    /** Waits until none of them lives, for a while. */
    static void awaitDeath(Collection<ProcessHandle> dying, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (dying.stream().anyMatch(Vitals::isAlive) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
