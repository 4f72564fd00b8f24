package io.github.claudebridge.session.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.internal.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.io.TempDir;

/** Whatever entries an archive with right sums has: nothing lies, and no link leads, outside of its section. */
class ArchiveEntriesFuzzTest {

    private static final String[] NAMES = {"session", "attachments", "workspace", "a", "b", "c", "..", ".", "", "a/b"};
    private static final byte[] KINDS = {
        TarConstants.LF_NORMAL, TarConstants.LF_DIR, TarConstants.LF_SYMLINK, TarConstants.LF_SYMLINK,
        TarConstants.LF_LINK, TarConstants.LF_FIFO, TarConstants.LF_GNUTYPE_SPARSE, TarConstants.LF_OLDNORM
    };

    @TempDir
    Path temporary;

    @FuzzTest
    void nothing_gets_out(FuzzedDataProvider data) throws IOException {
        Path file = temporary.resolve("entries.tar.gz");
        TarForge forge = TarForge.begun(file);
        for (int entries = data.consumeInt(0, 12); entries > 0; entries--) {
            addEntry(forge, data);
        }
        forge.end();
        Path place = temporary.resolve("place");
        Path unpacked = Files.createDirectories(place.resolve("unpacked"));
        Path spool = Files.createDirectories(place.resolve("spool"));
        RestoreSink sink = new RestoreSink(file, unpacked);
        try {
            new ArchiveScan(file, sink, spool).run(ArchiveLimits.defaults(), ArchiveMonitor.NONE);
            sink.makeLinks();
        } catch (SessionException refused) {
            assertThat(refused.nextStep()).isNotEmpty();
        } finally {
            sink.close();
        }
        try (Stream<Path> outside = Files.list(place)) {
            assertThat(outside).containsExactlyInAnyOrder(unpacked, spool);
        }
        assertLinksStay(unpacked);
        Trees.delete(place);
    }

    private static void addEntry(TarForge forge, FuzzedDataProvider data) throws IOException {
        String path = "top/session/" + path(data);
        if (data.consumeInt(0, 7) == 0) {
            path = path(data);
        }
        byte kind = data.pickValue(KINDS);
        if (kind == TarConstants.LF_NORMAL && !path.endsWith("/")) {
            forge.file(path, "content");
        } else {
            forge.entry(path, kind, kind == TarConstants.LF_SYMLINK ? path(data) : "");
        }
    }

    private static String path(FuzzedDataProvider data) {
        StringBuilder path = new StringBuilder(data.pickValue(NAMES));
        for (int more = data.consumeInt(0, 5); more > 0; more--) {
            path.append('/').append(data.pickValue(NAMES));
        }
        return path.toString();
    }

    private static void assertLinksStay(Path unpacked) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(unpacked)) {
            all = tree.toList();
        }
        for (Path path : all) {
            if (Files.isSymbolicLink(path) && Files.exists(path)) {
                Path section = unpacked.resolve(unpacked.relativize(path).getName(0));
                assertThat(path.toRealPath().startsWith(section.toRealPath()))
                        .as("%s -> %s", path, Files.readSymbolicLink(path))
                        .isTrue();
            }
        }
    }
}
