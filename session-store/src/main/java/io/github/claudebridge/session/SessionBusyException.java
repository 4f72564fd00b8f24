package io.github.claudebridge.session;

import java.nio.file.Path;
import java.time.Duration;

/** Another process, or another thread, holds a lock of this home for too long. */
public final class SessionBusyException extends SessionException {

    private final Path lock;
    private final Duration waited;

    /** Names the lock file and how long it was waited for. */
    public SessionBusyException(Path lock, Duration waited) {
        super(
                "Another program is working on this home (waited " + waited.toMillis() + " ms for " + lock + ").",
                "Wait for it to finish, or end it, and try again.",
                null);
        this.lock = lock;
        this.waited = waited;
    }

    /** The lock file. */
    public Path lock() {
        return lock;
    }

    /** How long it was waited for. */
    public Duration waited() {
        return waited;
    }
}
