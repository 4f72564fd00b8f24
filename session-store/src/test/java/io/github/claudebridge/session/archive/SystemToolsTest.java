package io.github.claudebridge.session.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With the programs that everybody has: tar, gzip, zstd and sha256sum. */
class SystemToolsTest {

    private static final SessionName WORK = SessionName.of("work");
    private static final String STEM = "work-*";

    @TempDir
    Path temporary;

    private SessionStore store;
    private Path elsewhere;

    @BeforeEach
    void fill() throws IOException {
        store = SessionStore.open(temporary.resolve("home"));
        elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path folder = store.create(WORK, "default").directory();
        Files.writeString(folder.resolve("back\\slash\nand newline.txt"), "odd");
        Files.writeString(folder.resolve("gr\u00fc\u00dfe.txt"), "hello");
        Files.createDirectories(folder.resolve("d".repeat(150) + "/" + "e".repeat(150)));
        Files.writeString(folder.resolve("d".repeat(150) + "/" + "e".repeat(150) + "/f"), "deep");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("gr\u00fc\u00dfe.txt"));
    }

    @ParameterizedTest
    @EnumSource
    void tar_unpacks_our_archives_and_sha256sum_agrees(Compression compression) throws Exception {
        Path archive = archive(compression);

        run(elsewhere, "tar xaf '" + archive + "' && cd " + STEM + " && sha256sum -c --quiet --strict SHA256SUMS");
        run(
                elsewhere,
                "diff -r --no-dereference " + STEM + "/session '"
                        + store.get(WORK).directory() + "'");
    }

    @Test
    void gzip_and_zstd_find_our_archives_whole() throws Exception {
        run(elsewhere, "gzip -t '" + archive(Compression.GZIP) + "'");
        run(elsewhere, "zstd -q -t '" + archive(Compression.ZSTD) + "'");
    }

    @ParameterizedTest
    @EnumSource
    void what_tar_packs_again_in_another_order_is_restored(Compression compression) throws Exception {
        run(
                elsewhere,
                "tar xaf '" + archive(compression) + "' && tar caf again" + compression.suffix() + " --sort=name "
                        + STEM);
        Path again = elsewhere.resolve("again" + compression.suffix());

        RestoredSession restored =
                Archives.of(store).restore(again, RestoreOptions.defaults().withName(SessionName.of("again")));

        assertThat(restored.session().directory().resolve("gr\u00fc\u00dfe.txt"))
                .hasContent("hello");
        assertThat(restored.session().directory().resolve("back\\slash\nand newline.txt"))
                .hasContent("odd");
        assertThat(restored.session().directory().resolve("link")).hasContent("hello");
    }

    @Test
    void a_manifest_behind_everything_else_is_found() throws Exception {
        Files.write(store.get(WORK).directory().resolve("large"), new byte[3 << 20]);
        run(
                elsewhere,
                "tar xzf '" + archive(Compression.GZIP) + "' && cd " + STEM + " && cd .. && for d in " + STEM
                        + "; do tar czf again.tar.gz $d/session $d/SHA256SUMS $d/manifest.json; done");
        Path again = elsewhere.resolve("again.tar.gz");

        assertThat(Archives.of(store).inspect(again).name()).isEqualTo("work");
        store.delete(WORK);
        assertThat(Archives.of(store)
                        .restore(again, RestoreOptions.defaults())
                        .session()
                        .name())
                .isEqualTo(WORK);
    }

    private Path archive(Compression compression) {
        return Archives.of(store)
                .backUp(WORK, ArchiveOptions.defaults().withCompression(compression))
                .file();
    }

    private static void run(Path folder, String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
