package io.github.claudebridge.session.archive;

/** Watches long work, and can stop it. Called by the working thread, after about every megabyte. */
public interface ArchiveMonitor {

    /** Watches nothing. */
    ArchiveMonitor NONE = (done, total) -> true;

    /**
     * Reports progress. An exception thrown here stops the work like {@code false} does, and is passed on.
     *
     * @param done how many bytes are done
     * @param total how many there are
     * @return false to stop: the work then ends with {@link
     *     io.github.claudebridge.session.ArchiveCancelledException}
     */
    boolean progress(long done, long total);
}
