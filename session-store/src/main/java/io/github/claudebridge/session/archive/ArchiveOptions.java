package io.github.claudebridge.session.archive;

import java.util.List;

/**
 * How to archive. Immutable and thread-safe.
 *
 * @param compression the kind of compression
 * @param level its level: 1 to 9 for gzip, 1 to 19 for zstd
 * @param threads how many threads compress; positive
 * @param attachments what else to put in
 * @param includeWorkspace whether an external working directory is put in as well, instead of only being named
 * @param monitor watches the work; first the archiving, then the verification
 */
public record ArchiveOptions(
        Compression compression,
        int level,
        int threads,
        List<Attachment> attachments,
        boolean includeWorkspace,
        ArchiveMonitor monitor) {

    /** Checks the numbers and copies the list. */
    public ArchiveOptions {
        int highest = compression == Compression.GZIP ? 9 : 19;
        if (level < 1 || level > highest || threads < 1) {
            throw new IllegalArgumentException("Not a level from 1 to " + highest + ", or not a number of threads");
        }
        attachments = List.copyOf(attachments);
        if (attachments.stream().map(Attachment::name).distinct().count() < attachments.size()) {
            throw new IllegalArgumentException("Two attachments have the same name");
        }
    }

    /** Gzip at its usual level on all cores, the session's folder only. */
    public static ArchiveOptions defaults() {
        return new ArchiveOptions(
                Compression.GZIP,
                Compression.GZIP.usualLevel(),
                Runtime.getRuntime().availableProcessors(),
                List.of(),
                false,
                ArchiveMonitor.NONE);
    }

    /** The same with another compression, at its usual level. */
    public ArchiveOptions withCompression(Compression other) {
        return new ArchiveOptions(other, other.usualLevel(), threads, attachments, includeWorkspace, monitor);
    }

    /** The same with another level. */
    public ArchiveOptions withLevel(int other) {
        return new ArchiveOptions(compression, other, threads, attachments, includeWorkspace, monitor);
    }

    /** The same with another number of threads. */
    public ArchiveOptions withThreads(int other) {
        return new ArchiveOptions(compression, level, other, attachments, includeWorkspace, monitor);
    }

    /** The same with attachments. */
    public ArchiveOptions withAttachments(List<Attachment> other) {
        return new ArchiveOptions(compression, level, threads, other, includeWorkspace, monitor);
    }

    /** The same with or without the external working directory. */
    public ArchiveOptions withWorkspace(boolean other) {
        return new ArchiveOptions(compression, level, threads, attachments, other, monitor);
    }

    /** The same, watched. */
    public ArchiveOptions withMonitor(ArchiveMonitor other) {
        return new ArchiveOptions(compression, level, threads, attachments, includeWorkspace, other);
    }
}
