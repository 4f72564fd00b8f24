package io.github.claudebridge.session.internal;

import io.github.claudebridge.session.SessionBusyException;
import io.github.claudebridge.session.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The locks of one home, between threads and between processes. The home's lock is taken before a session's lock, and a
 * thread holds at most one of each. Thread-safe.
 */
public final class HomeLocks {

    private static final int STRIPES = 64;
    private static final long FIRST_PAUSE_NANOS = 200_000;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    // File locks belong to the whole JVM, so threads need locks that the whole JVM shares.
    private static final ReentrantLock[] HOMES = locks();
    private static final ReentrantLock[] SESSIONS = locks();

    private final Path folder;
    private final Duration patience;

    /** Uses lock files in this folder and waits this long for a lock. */
    public HomeLocks(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /** Works under the lock for creating, renaming and removing sessions. */
    public <T, X extends Exception> T inHome(Work<T, X> work) throws X {
        return under(HOMES[stripe(folder)], folder.resolve("home.lock"), work);
    }

    /** Works under the lock for writing in one session. Several sessions may share one lock. */
    public <T, X extends Exception> T inSession(String name, Work<T, X> work) throws X {
        Path file = folder.resolve("session-" + stripe(name) + ".lock");
        return under(SESSIONS[stripe(file)], file, work);
    }

    private <T, X extends Exception> T under(ReentrantLock local, Path file, Work<T, X> work) throws X {
        long start = System.nanoTime();
        if (!tryLock(local)) {
            throw new SessionBusyException(file, patience);
        }
        try {
            FileChannel channel = lock(file, start);
            try {
                return work.run();
            } finally {
                release(channel, file);
            }
        } finally {
            local.unlock();
        }
    }

    private FileChannel lock(Path file, long start) {
        try {
            FileChannel channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
            boolean locked = false;
            try {
                locked = poll(channel, start);
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
            if (locked) {
                return channel;
            }
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
        throw new SessionBusyException(file, patience);
    }

    private static void release(FileChannel channel, Path file) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    private boolean tryLock(ReentrantLock local) {
        try {
            return local.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean poll(FileChannel channel, long start) throws IOException {
        long pause = FIRST_PAUSE_NANOS;
        while (!isLocked(channel)) {
            if (System.nanoTime() - start > patience.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
        return true;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // This JVM holds it, by way of another spelling of the path or of an outer call of this thread.
            return false;
        }
    }

    private static int stripe(Object key) {
        return Math.floorMod(key.hashCode(), STRIPES);
    }

    private static ReentrantLock[] locks() {
        return Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);
    }

    /**
     * What is done under a lock.
     *
     * @param <T> type of the result
     * @param <X> type of its exception
     */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        /** Does it. */
        T run() throws X;
    }
}
