package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.internal.GuardedFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes entries below the top folder of an archive, and the lines of {@code SHA256SUMS} beside it. Not thread-safe. */
final class TarWriter implements FolderScan.Visitor, Closeable {

    private final TarArchiveOutputStream tar;
    private final String top;
    private final Spool sums;
    private final Progress progress;
    private final MessageDigest digest = Sha256.digest();
    private final byte[] buffer = new byte[1 << 17];
    private final List<String> leftOut = new ArrayList<>();
    private long files;

    TarWriter(OutputStream out, String top, Spool sums, Progress progress) {
        this.tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        this.tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        this.tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        this.tar.setAddPaxHeadersForNonAsciiNames(true);
        this.top = top;
        this.sums = sums;
        this.progress = progress;
    }

    /** What could not be put in: its path and the reason. */
    List<String> leftOut() {
        return leftOut;
    }

    /** How many files were written. */
    long files() {
        return files;
    }

    /** Writes a file that is in memory. */
    void bytes(String path, byte[] content, Instant modifiedAt) throws IOException {
        begin(path, TarConstants.LF_NORMAL, content.length, 0600, modifiedAt);
        tar.write(content);
        tar.closeArchiveEntry();
        sums.line(Sums.line(path, digest.digest(content)));
    }

    /** Ends with the lines of the sums; they have no line of their own. */
    void finish(Instant modifiedAt) throws IOException {
        sums.close();
        begin("SHA256SUMS", TarConstants.LF_NORMAL, Files.size(sums.file()), 0600, modifiedAt);
        Files.copy(sums.file(), tar);
        tar.closeArchiveEntry();
    }

    @Override
    public void folder(String path, Path source, BasicFileAttributes attributes) throws IOException {
        begin(path + "/", TarConstants.LF_DIR, 0, mode(source), modifiedAt(attributes));
        tar.closeArchiveEntry();
    }

    @Override
    public void file(String path, Path source, BasicFileAttributes attributes) throws IOException {
        try (SeekableByteChannel channel = GuardedFiles.open(source)) {
            long size = channel.size();
            begin(path, TarConstants.LF_NORMAL, size, mode(source), modifiedAt(attributes));
            if (copy(channel, size) < size || channel.size() != size) {
                throw new ArchiveException(
                        source, ArchiveException.Problem.CHANGED, "its size changed while it was archived", null);
            }
        }
        tar.closeArchiveEntry();
        sums.line(Sums.line(path, digest.digest()));
        files++;
    }

    @Override
    public void link(String path, String target, BasicFileAttributes attributes) throws IOException {
        Optional<EntryPath> place = EntryPath.parse(top + "/" + path);
        if (place.isEmpty() || !place.get().mayLinkTo(target)) {
            leaveOut(path, "a link to " + target);
            return;
        }
        TarArchiveEntry entry = entry(path, TarConstants.LF_SYMLINK, 0777, modifiedAt(attributes));
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        sums.line(Sums.link(path, target));
    }

    @Override
    public void special(String path) throws IOException {
        leaveOut(path, "not a file");
    }

    private void leaveOut(String path, String why) throws IOException {
        leftOut.add(path + " (" + why + ")");
        sums.line(Sums.leftOut(path, why));
    }

    private long copy(SeekableByteChannel channel, long size) throws IOException {
        long copied = 0;
        while (copied < size) {
            int read = channel.read(ByteBuffer.wrap(buffer, 0, (int) Math.min(buffer.length, size - copied)));
            if (read < 0) {
                return copied;
            }
            digest.update(buffer, 0, read);
            tar.write(buffer, 0, read);
            copied += read;
            progress.add(read);
        }
        return copied;
    }

    private void begin(String path, byte kind, long size, int mode, Instant modifiedAt) throws IOException {
        TarArchiveEntry entry = entry(path, kind, mode, modifiedAt);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
    }

    private TarArchiveEntry entry(String path, byte kind, int mode, Instant modifiedAt) {
        TarArchiveEntry entry = new TarArchiveEntry(top + "/" + path, kind);
        entry.setMode(mode);
        // Whole seconds need no extended header.
        entry.setModTime(modifiedAt.getEpochSecond() * 1000);
        entry.setUserName("");
        entry.setGroupName("");
        return entry;
    }

    private static Instant modifiedAt(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().toInstant();
    }

    private static int mode(Path source) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(source, LinkOption.NOFOLLOW_LINKS);
        int mode = 0;
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            mode = mode << 1 | (permissions.contains(permission) ? 1 : 0);
        }
        return mode;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
