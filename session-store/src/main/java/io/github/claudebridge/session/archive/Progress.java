package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.ArchiveCancelledException;

/** Counts bytes for a monitor. Not thread-safe. */
final class Progress {

    private static final long STEP = 1 << 20;

    private final ArchiveMonitor monitor;
    private final long total;
    private long done;
    private long next;

    Progress(ArchiveMonitor monitor, long total) {
        this.monitor = monitor;
        this.total = total;
    }

    void add(long bytes) {
        done += bytes;
        if (done >= next) {
            report();
            next = done + STEP;
        }
    }

    void report() {
        if (!monitor.progress(done, total)) {
            throw new ArchiveCancelledException();
        }
    }
}
