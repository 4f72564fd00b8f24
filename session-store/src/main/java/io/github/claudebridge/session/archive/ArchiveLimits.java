package io.github.claudebridge.session.archive;

/**
 * What an archive may unpack to. Immutable and thread-safe.
 *
 * @param bytes the sum of the sizes of its files
 * @param entries the number of its entries
 * @param ratio how many times larger than the archive; small archives are not measured by it
 */
public record ArchiveLimits(long bytes, long entries, int ratio) {

    /** Below this many bytes the ratio does not count. */
    static final long SMALL = 256L << 20;

    /** For archives from anywhere: 100 GiB, two million entries, 200 times. */
    public static ArchiveLimits defaults() {
        return new ArchiveLimits(100L << 30, 2_000_000, 200);
    }

    /** For archives that were made here. */
    public static ArchiveLimits none() {
        return new ArchiveLimits(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
    }
}
