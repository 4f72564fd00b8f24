package io.github.claudebridge.session.archive;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;

/** How an archive is compressed. */
public enum Compression {
    /** What every {@code tar} reads; compressed on all cores. */
    GZIP(".tar.gz", 6),
    /** Faster and smaller; needs {@code zstd} where it is unpacked by hand. */
    ZSTD(".tar.zst", 3);

    private static final int BUFFER = 1 << 16;

    private final String suffix;
    private final int usualLevel;

    Compression(String suffix, int usualLevel) {
        this.suffix = suffix;
        this.usualLevel = usualLevel;
    }

    /** How the name of such a file ends. */
    public String suffix() {
        return suffix;
    }

    /** The level that is used when none is chosen. */
    public int usualLevel() {
        return usualLevel;
    }

    OutputStream compress(OutputStream out, int level, int threads) throws IOException {
        return switch (this) {
            case GZIP -> new ParallelGzip(out, level, threads);
            case ZSTD -> new ZstdOutputStream(out, level).setChecksum(true).setWorkers(threads);
        };
    }

    InputStream decompress(InputStream in) throws IOException {
        return switch (this) {
            case GZIP -> new GZIPInputStream(in, BUFFER);
            case ZSTD -> new ZstdInputStream(in);
        };
    }
}
