package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.ArchiveException.Problem;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.GuardedFiles;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a compressed tar file from anywhere: bounded, and with safe paths only. Not thread-safe. */
final class TarReader implements Closeable {

    /** The kinds of entries that are archived. */
    enum Kind {
        FILE,
        FOLDER,
        LINK
    }

    /** One entry; the target is empty unless it is a link. */
    record Entry(Kind kind, EntryPath path, String target, long size, int mode, Instant modifiedAt) {}

    private static final long LONGEST_HEADER = 1 << 20;

    private final Path archive;
    private final ArchiveLimits limits;
    private final Progress progress;
    private final MeteredInput packed;
    private final MeteredInput unpacked;
    private final TarArchiveInputStream tar;
    private @Nullable String top;
    private long entries;
    private long bytes;
    private long reported;

    TarReader(Path archive, ArchiveLimits limits, ArchiveMonitor monitor) {
        this.archive = archive;
        this.limits = limits;
        try {
            SeekableByteChannel channel = GuardedFiles.open(archive);
            this.progress = new Progress(monitor, channel.size());
            this.packed = new MeteredInput(Channels.newInputStream(channel));
            this.unpacked = new MeteredInput(decompress(packed));
        } catch (IOException e) {
            throw new StorageException(archive, e);
        }
        this.tar = new TarArchiveInputStream(unpacked, StandardCharsets.UTF_8.name());
    }

    private InputStream decompress(MeteredInput in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(4);
        int magic = 0;
        for (int i = 0; i < 4; i++) {
            magic = magic << 8 | (buffered.read() & 0xff);
        }
        buffered.reset();
        boolean gzip = magic >>> 16 == 0x1f8b;
        if (!gzip && magic != 0x28b52ffd) {
            in.close();
            throw new ArchiveException(archive, Problem.NOT_AN_ARCHIVE, "it is neither gzip nor zstd", null);
        }
        try {
            return new BufferedInputStream((gzip ? Compression.GZIP : Compression.ZSTD).decompress(buffered), 1 << 17);
        } catch (IOException e) {
            in.close();
            throw broken(e);
        }
    }

    /** The sum of the sizes of the files so far. */
    long bytes() {
        return bytes;
    }

    /** The next entry; null at the end, when the compressed data has been read to its end, too. */
    @Nullable Entry next() {
        TarArchiveEntry entry = nextHeader();
        if (entry == null) {
            drain();
            progress.report();
            return null;
        }
        entries++;
        bytes += entry.getSize();
        if (entries > limits.entries() || bytes > limits.bytes() || bytes < 0) {
            throw new ArchiveException(
                    archive,
                    Problem.TOO_LARGE,
                    "it has more than " + limits.entries() + " entries or " + limits.bytes() + " bytes",
                    null);
        }
        return checked(entry);
    }

    private @Nullable TarArchiveEntry nextHeader() {
        unpacked.allow(LONGEST_HEADER);
        try {
            return tar.getNextEntry();
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        } finally {
            unpacked.allow(Long.MAX_VALUE);
        }
    }

    private Entry checked(TarArchiveEntry entry) {
        EntryPath path = EntryPath.parse(entry.getName())
                .orElseThrow(() -> unsafe("the path \"" + entry.getName() + "\" is not safe"));
        if (top == null) {
            top = path.top();
        } else if (!top.equals(path.top())) {
            throw unsafe("\"" + entry.getName() + "\" lies beside its folder");
        }
        Kind kind = kind(entry);
        String target = kind == Kind.LINK ? Objects.toString(entry.getLinkName(), "") : "";
        return new Entry(
                kind,
                path,
                target,
                entry.getSize(),
                entry.getMode() & 0777,
                entry.getLastModifiedTime().toInstant());
    }

    private Kind kind(TarArchiveEntry entry) {
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_DIR -> Kind.FOLDER;
            case TarConstants.LF_SYMLINK -> Kind.LINK;
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM -> fileOrOldFolder(entry);
            default -> throw unsafe("\"" + entry.getName() + "\" is neither a file nor a folder nor a link");
        };
    }

    private Kind fileOrOldFolder(TarArchiveEntry entry) {
        if (entry.isSparse()) {
            throw unsafe("\"" + entry.getName() + "\" has holes");
        }
        return entry.isDirectory() ? Kind.FOLDER : Kind.FILE;
    }

    /** Reads on in the current file; -1 at its end. */
    int read(byte[] buffer) {
        int read;
        try {
            read = tar.read(buffer, 0, buffer.length);
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
        progress();
        return read;
    }

    private void progress() {
        progress.add(packed.count() - reported);
        reported = packed.count();
        if (unpacked.count() > ArchiveLimits.SMALL && unpacked.count() / limits.ratio() > packed.count()) {
            throw new ArchiveException(
                    archive, Problem.TOO_LARGE, "it unpacks to more than " + limits.ratio() + " times its size", null);
        }
    }

    /** The checksum of the compressed data stands at its end. */
    private void drain() {
        byte[] rest = new byte[8192];
        unpacked.allow(LONGEST_HEADER);
        try {
            int read;
            do {
                read = unpacked.read(rest, 0, rest.length);
            } while (read >= 0);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private ArchiveException broken(Exception e) {
        return new ArchiveException(
                archive, Problem.BROKEN, "it cannot be read to its end (" + e.getMessage() + ")", e);
    }

    private ArchiveException unsafe(String detail) {
        return new ArchiveException(archive, Problem.UNSAFE_ENTRY, detail, null);
    }

    @Override
    public void close() {
        try {
            tar.close();
        } catch (IOException e) {
            throw new StorageException(archive, e);
        }
    }
}
