package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.ArchiveException.Problem;
import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.GuardedFiles;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;

/** Reads the manifest of an archive, which stands at its beginning unless somebody packed it again. */
final class Inspector {

    private final Path archive;

    Inspector(Path archive) {
        this.archive = archive;
    }

    ArchiveManifest manifest() {
        try (TarReader tar = new TarReader(archive, ArchiveLimits.defaults(), ArchiveMonitor.NONE)) {
            TarReader.Entry entry;
            while ((entry = tar.next()) != null) {
                if (entry.path().below().equals(ManifestCodec.NAME) && entry.size() <= GuardedFiles.SMALL) {
                    return ManifestCodec.decode(content(tar));
                }
                skip(tar);
            }
        } catch (BadJsonException e) {
            throw new ArchiveException(archive, Problem.NOT_AN_ARCHIVE, "its manifest is wrong: " + e.getMessage(), e);
        }
        throw new ArchiveException(archive, Problem.NOT_AN_ARCHIVE, "it has no manifest", null);
    }

    private static void skip(TarReader tar) {
        byte[] buffer = new byte[1 << 16];
        int read;
        do {
            read = tar.read(buffer);
        } while (read >= 0);
    }

    private static byte[] content(TarReader tar) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int read;
        while ((read = tar.read(buffer)) >= 0) {
            content.write(buffer, 0, read);
        }
        return content.toByteArray();
    }
}
