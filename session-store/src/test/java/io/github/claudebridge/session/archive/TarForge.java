package io.github.claudebridge.session.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Makes archives that this module would never make. */
final class TarForge {

    private final Path file;
    private final TarArchiveOutputStream tar;
    private final StringBuilder sums = new StringBuilder();

    TarForge(Path file) throws IOException {
        this.file = file;
        tar = new TarArchiveOutputStream(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /** A valid beginning: manifest, session folder, metadata. */
    static TarForge begun(Path file) throws IOException {
        ArchiveManifest manifest = new ArchiveManifest(
                "evil", Instant.EPOCH, Instant.EPOCH, 0, Optional.empty(), Optional.empty(), false, List.of());
        return new TarForge(file)
                .file("top/manifest.json", ManifestCodec.encode(manifest))
                .entry("top/session/", TarConstants.LF_DIR, "")
                .file("top/session/metadata.json", "{\"created_at\":\"2026-01-01T00:00:00Z\"}");
    }

    TarForge file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TarForge file(String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        String below = name.substring(name.indexOf('/') + 1);
        if (!below.equals("SHA256SUMS")) {
            sums.append(Sums.line(below, Sha256.digest().digest(content))).append('\n');
        }
        return this;
    }

    TarForge entry(String name, byte kind, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        if (kind == TarConstants.LF_SYMLINK) {
            sums.append(Sums.link(name.substring(name.indexOf('/') + 1), target))
                    .append('\n');
        }
        return this;
    }

    /** An entry of this many zero bytes. */
    TarForge zeros(String name, byte kind, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        byte[] block = new byte[1 << 16];
        for (long left = size; left > 0; left -= block.length) {
            tar.write(block, 0, (int) Math.min(block.length, left));
        }
        tar.closeArchiveEntry();
        return this;
    }

    /** Ends with matching sums. */
    Path end() throws IOException {
        return file("top/SHA256SUMS", sums.toString()).endWithoutSums();
    }

    Path endWithoutSums() throws IOException {
        tar.close();
        return file;
    }
}
