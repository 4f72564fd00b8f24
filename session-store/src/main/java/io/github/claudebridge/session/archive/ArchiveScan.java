package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.ArchiveException.Problem;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.GuardedFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Set;

/**
 * Reads an archive from beginning to end, checks everything, and passes the entries on. Whoever takes them must not use
 * them before the reading has ended well. For one use.
 */
final class ArchiveScan {

    private static final Set<String> SECTIONS = Set.of("session", "workspace", "attachments");

    private final Path archive;
    private final EntrySink sink;
    private final Path computedFile;
    private final Path listedFile;
    private final Sums computed = new Sums();
    private final PathSet paths = new PathSet();
    private final LinkPaths linkPaths = new LinkPaths();
    private final MessageDigest digest = Sha256.digest();
    private final byte[] buffer = new byte[1 << 17];
    private final ByteArrayOutputStream manifest = new ByteArrayOutputStream();
    private boolean hasSums;
    private boolean hasSession;

    /** The spool is an existing empty folder for what does not fit into memory. */
    ArchiveScan(Path archive, EntrySink sink, Path spool) {
        this.archive = archive;
        this.sink = sink;
        this.computedFile = spool.resolve("computed");
        this.listedFile = spool.resolve("listed");
    }

    VerifiedArchive run(ArchiveLimits limits, ArchiveMonitor monitor) {
        try (TarReader tar = new TarReader(archive, limits, monitor)) {
            try (Spool lines = new Spool(computedFile);
                    Spool listed = new Spool(listedFile)) {
                TarReader.Entry entry;
                while ((entry = tar.next()) != null) {
                    take(tar, entry, lines, listed);
                }
            }
            return result(tar.bytes());
        }
    }

    private void take(TarReader tar, TarReader.Entry entry, Spool lines, Spool listed) {
        EntryPath path = entry.path();
        if (!paths.add(path.below())) {
            throw new ArchiveException(
                    archive, Problem.DUPLICATE_ENTRY, path.below() + " is in it more than once", null);
        }
        if (linkPaths.leadsThrough(path.below(), entry.kind() == TarReader.Kind.LINK)) {
            throw new ArchiveException(archive, Problem.UNSAFE_ENTRY, path.below() + " leads through a link", null);
        }
        boolean named = SECTIONS.contains(path.section());
        switch (entry.kind()) {
            case FOLDER -> {
                if (named) {
                    hasSession |= path.below().equals("session");
                    sink.folder(path, entry.mode());
                } else if (!path.parts().isEmpty()) {
                    throw unexpected(path);
                }
            }
            case LINK -> {
                if (!named || !path.mayLinkTo(entry.target())) {
                    throw new ArchiveException(
                            archive,
                            Problem.UNSAFE_ENTRY,
                            "the link " + path.below() + " leads out of its folder",
                            null);
                }
                sink.link(path, entry.target());
                sum(Sums.link(path.below(), entry.target()), lines);
            }
            case FILE -> {
                if (path.below().equals("SHA256SUMS")) {
                    hasSums = true;
                    copy(tar, listed::write);
                } else {
                    file(tar, entry, named);
                    sum(Sums.line(path.below(), digest.digest()), lines);
                }
            }
        }
    }

    private void file(TarReader tar, TarReader.Entry entry, boolean named) {
        if (named && entry.path().parts().size() > 1) {
            sink.beginFile(entry.path(), entry.size());
            copy(tar, (bytes, length) -> {
                digest.update(bytes, 0, length);
                sink.write(bytes, length);
            });
            sink.endFile(entry.mode(), entry.modifiedAt());
        } else if (entry.path().below().equals(ManifestCodec.NAME) && entry.size() <= GuardedFiles.SMALL) {
            copy(tar, (bytes, length) -> {
                digest.update(bytes, 0, length);
                manifest.write(bytes, 0, length);
            });
        } else {
            throw unexpected(entry.path());
        }
    }

    private interface Target {
        void write(byte[] buffer, int length);
    }

    private void copy(TarReader tar, Target target) {
        int read;
        while ((read = tar.read(buffer)) >= 0) {
            target.write(buffer, read);
        }
    }

    private void sum(String line, Spool lines) {
        computed.add(line);
        lines.line(line);
    }

    private VerifiedArchive result(long bytes) {
        if (!hasSums || !hasSession || manifest.size() == 0) {
            throw new ArchiveException(
                    archive, Problem.NOT_AN_ARCHIVE, "it lacks its manifest, its sums or the session", null);
        }
        SumsCheck check = new SumsCheck();
        try {
            check.fault(computedFile, computed, listedFile).ifPresent(fault -> {
                throw new ArchiveException(archive, Problem.CHECKSUM, fault, null);
            });
            return new VerifiedArchive(
                    archive, ManifestCodec.decode(manifest.toByteArray()), computed.count(), bytes, check.leftOut());
        } catch (BadJsonException e) {
            throw new ArchiveException(archive, Problem.NOT_AN_ARCHIVE, "its manifest is wrong: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StorageException(computedFile, e);
        }
    }

    private ArchiveException unexpected(EntryPath path) {
        return new ArchiveException(archive, Problem.UNSAFE_ENTRY, path.below() + " does not belong into it", null);
    }
}
