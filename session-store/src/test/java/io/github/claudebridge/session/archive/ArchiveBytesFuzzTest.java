package io.github.claudebridge.session.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.claudebridge.session.ArchiveException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a tar file contains: it is read to its end, or refused with the reason. */
class ArchiveBytesFuzzTest {

    @TempDir
    Path temporary;

    @FuzzTest
    void any_bytes_are_read_or_refused(byte[] tar) throws IOException {
        Path file = temporary.resolve("any.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(tar);
        }
        Path spool = Files.createDirectories(temporary.resolve("spool"));
        try {
            VerifiedArchive verified =
                    new ArchiveScan(file, EntrySink.NOTHING, spool).run(ArchiveLimits.defaults(), ArchiveMonitor.NONE);
            assertThat(verified.bytes()).isLessThanOrEqualTo(tar.length);
            assertThat(new Inspector(file).manifest()).isEqualTo(verified.manifest());
        } catch (ArchiveException refused) {
            assertThat(refused.nextStep()).isNotEmpty();
        }
    }
}
