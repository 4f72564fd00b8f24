package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ledger.ProcessId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * One process for each session id, among all hosts of this user. A lock is a locked file, so it goes with its host; the file says which
 * process has the session, since that may outlive its host for a while. The files stay: deleting one that another host is about to lock
 * would let two hosts lock different files of the same name. Thread-safe.
 */
final class SessionLocks {

    /** What this JVM has locked. Opening such a file again, and closing it, would give the lock away. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Predicate<ProcessId> dead;

    SessionLocks(Path folder) {
        this(folder, ProcessId::isDead);
    }

    /**
     * Locks in a folder.
     *
     * @param dead whether a process is certainly dead
     */
    SessionLocks(Path folder, Predicate<ProcessId> dead) {
        this.folder = folder;
        this.dead = dead;
    }

    /**
     * Locks a session.
     *
     * @throws ClaudeException when another process has it
     */
    SessionLock lock(UUID sessionId) {
        try {
            Path file = Files.createDirectories(folder).toRealPath().resolve(sessionId + ".lock");
            if (!HELD_HERE.add(file)) {
                throw busy(sessionId, 0);
            }
            try {
                return open(sessionId, file);
            } catch (IOException | RuntimeException | Error e) {
                HELD_HERE.remove(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The session " + sessionId + " cannot be locked", e);
        }
    }

    private SessionLock open(UUID sessionId, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            SessionLock held = new SessionLock(channel, dead, () -> HELD_HERE.remove(file));
            if (lock == null || !held.isFree()) {
                throw busy(sessionId, held.holder().map(ProcessId::pid).orElse(0L));
            }
            return held;
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static ClaudeException busy(UUID sessionId, long pid) {
        return new ClaudeException(new ClaudeError.SessionBusy(sessionId, pid));
    }
}
