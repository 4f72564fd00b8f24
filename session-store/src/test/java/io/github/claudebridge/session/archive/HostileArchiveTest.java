package io.github.claudebridge.session.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.ArchiveException.Problem;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest {

    @TempDir
    Path temporary;

    private SessionStore store;
    private Archives archives;
    private Path file;

    @BeforeEach
    void open() {
        store = SessionStore.open(temporary.resolve("home"));
        archives = Archives.of(store);
        file = temporary.resolve("evil.tar.gz");
    }

    @Test
    void the_forge_makes_a_valid_archive_when_asked_to() throws IOException {
        TarForge.begun(file).file("top/session/a", "b").end();

        assertThat(archives.restore(file, RestoreOptions.defaults()).session().name())
                .isEqualTo(SessionName.of("evil"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/cron.d/evil",
                "../evil",
                "top/../../evil",
                "top/session/../../evil",
                "top/session/./a",
                "top/session//a",
                "top/session/..",
                "other/session/a",
                "top/surprise",
                "top/state/grants/evil.json",
                "top/session",
                ""
            })
    void a_path_that_leads_out_or_is_not_expected_is_refused(String path) throws IOException {
        TarForge.begun(file).file(path, "evil").end();

        assertRefused(Problem.UNSAFE_ENTRY, Problem.DUPLICATE_ENTRY);
    }

    @ParameterizedTest
    @CsvSource({
        "top/session/l, /etc/passwd",
        "top/session/l, ../attachments/x",
        "top/session/a/l, ../../session/x",
        "top/session/l, a/../../x",
        "top/session/l, a/..",
        "top/session/l, ''",
        "top/attachments/l, ../session",
        "top/attachments/l, x",
        "top/attachments/a/l, ../b/x",
        "top/l, session"
    })
    void a_link_that_leads_out_is_refused(String path, String target) throws IOException {
        TarForge.begun(file).entry(path, TarConstants.LF_SYMLINK, target).end();

        assertRefused(Problem.UNSAFE_ENTRY, Problem.UNSAFE_ENTRY);
    }

    @Test
    void no_file_is_written_through_a_link() throws IOException {
        TarForge.begun(file)
                .entry("top/session/real/", TarConstants.LF_DIR, "")
                .entry("top/session/l", TarConstants.LF_SYMLINK, "real")
                .file("top/session/l/file", "through")
                .end();

        assertRefused(Problem.UNSAFE_ENTRY);
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO})
    void hard_links_devices_and_pipes_are_refused(byte kind) throws IOException {
        TarForge.begun(file)
                .entry("top/session/x", kind, "top/session/metadata.json")
                .end();

        assertRefused(Problem.UNSAFE_ENTRY);
    }

    @Test
    void the_same_path_twice_is_refused() throws IOException {
        TarForge.begun(file)
                .file("top/session/a", "1")
                .file("top/session/a", "2")
                .end();
        assertRefused(Problem.DUPLICATE_ENTRY);

        TarForge.begun(file)
                .file("top/session/a", "1")
                .file("top/session/a/b", "2")
                .end();
        assertThatThrownBy(() -> archives.restore(file, RestoreOptions.defaults()))
                .isInstanceOf(SessionException.class);
        assertNothingHappened();
    }

    @Test
    void a_bomb_is_noticed_early() throws IOException {
        TarForge.begun(file)
                .zeros("top/session/zeros", TarConstants.LF_NORMAL, 300L << 20)
                .end();

        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertRefused(Problem.TOO_LARGE);
    }

    @Test
    void too_many_bytes_or_entries_are_refused() throws IOException {
        TarForge.begun(file)
                .file("top/session/a", "12345")
                .file("top/session/b", "12345")
                .end();

        for (ArchiveLimits limits :
                new ArchiveLimits[] {new ArchiveLimits(300, 1000, 200), new ArchiveLimits(1000, 4, 200)}) {
            assertThatThrownBy(() ->
                            archives.restore(file, RestoreOptions.defaults().withLimits(limits)))
                    .isInstanceOfSatisfying(
                            ArchiveException.class, e -> assertThat(e.kind()).isEqualTo(Problem.TOO_LARGE));
        }
        assertNothingHappened();
    }

    @Test
    void a_header_of_megabytes_is_not_read_into_memory() throws IOException {
        TarForge.begun(file)
                .zeros("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, 200L << 20)
                .end();

        assertRefused(Problem.BROKEN);
    }

    @Test
    void what_does_not_match_the_sums_is_refused_and_named() throws IOException {
        TarForge.begun(file)
                .file("top/session/a", "1")
                .file("top/SHA256SUMS", "0".repeat(64) + "  session/a\n")
                .endWithoutSums();

        assertRefused(Problem.CHECKSUM);
    }

    @Test
    void an_archive_without_sums_manifest_or_session_is_refused() throws IOException {
        TarForge.begun(file).endWithoutSums();
        assertRefused(Problem.NOT_AN_ARCHIVE);

        new TarForge(file).file("top/session/metadata.json", "{}").end();
        assertRefused(Problem.NOT_AN_ARCHIVE);

        Files.write(file, new byte[0]);
        assertRefused(Problem.NOT_AN_ARCHIVE);

        Files.writeString(file, "no archive at all");
        assertRefused(Problem.NOT_AN_ARCHIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"format\":2}",
                "{\"format\":1,\"name\":\"../x\",\"archived_at\":\"2026-01-01T00:00:00Z\",\"last_activity_at\":\"2026-01-01T00:00:00Z\"}",
                "{\"format\":1,\"name\":\"x\",\"archived_at\":\"2026-01-01T00:00:00Z\",\"last_activity_at\":\"2026-01-01T00:00:00Z\",\"attachments\":[{\"name\":\"../..\",\"restore_to\":\"\"}]}"
            })
    void a_wrong_manifest_is_refused(String manifest) throws IOException {
        new TarForge(file)
                .file("top/manifest.json", manifest)
                .entry("top/session/", TarConstants.LF_DIR, "")
                .file("top/session/metadata.json", "{\"created_at\":\"2026-01-01T00:00:00Z\"}")
                .end();

        assertThatThrownBy(
                        () -> archives.restore(file, RestoreOptions.defaults().withName(SessionName.of("safe"))))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.kind()).isEqualTo(Problem.NOT_AN_ARCHIVE));
        assertNothingHappened();
    }

    @ParameterizedTest
    @EnumSource
    void a_flipped_bit_anywhere_is_noticed(Compression compression) throws IOException {
        byte[] good = goodArchive(compression);
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 60; round++) {
            byte[] bad = good.clone();
            int bit = random.nextInt(8 * bad.length);
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, bad);

            // The first ten bytes of gzip and their like hold flags and times that change nothing.
            if (bit / 8 >= 10) {
                assertThatThrownBy(() -> restoreAs("restored"))
                        .as("seed %d bit %d", seed, bit)
                        .isInstanceOf(ArchiveException.class);
                assertNothingHappened();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_truncation_anywhere_is_noticed(Compression compression) throws IOException {
        byte[] good = goodArchive(compression);
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 40; round++) {
            int length = round < 20 ? good.length - 1 - round : random.nextInt(good.length);
            Files.write(file, Arrays.copyOf(good, length));

            assertThatThrownBy(() -> restoreAs("restored"))
                    .as("seed %d length %d of %d", seed, length, good.length)
                    .isInstanceOf(ArchiveException.class);
        }
        assertNothingHappened();
    }

    private byte[] goodArchive(Compression compression) throws IOException {
        SessionStore other = SessionStore.open(temporary.resolve("other"));
        SessionName name = SessionName.of("good");
        Path folder = other.create(name, "default").directory();
        StringBuilder data = new StringBuilder();
        new SplittableRandom(1).ints(20_000, 0, 20).forEach(data::append);
        Files.writeString(folder.resolve("data"), data);
        return Files.readAllBytes(Archives.of(other)
                .archive(name, ArchiveOptions.defaults().withCompression(compression))
                .file());
    }

    private void restoreAs(String name) {
        archives.restore(file, RestoreOptions.defaults().withName(SessionName.of(name)));
    }

    private void assertRefused(Problem... kinds) {
        assertThatThrownBy(
                        () -> archives.restore(file, RestoreOptions.defaults().withName(SessionName.of("restored"))))
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        e -> assertThat(e.kind()).as(e.getMessage()).isIn((Object[]) kinds));
        assertNothingHappened();
    }

    private void assertNothingHappened() {
        assertThat(store.home().resolve("sessions")).isEmptyDirectory();
        assertThat(store.home().resolve("state/grants")).isEmptyDirectory();
        assertThat(temporary.resolve("evil")).doesNotExist();
    }
}
