package io.github.claudebridge.session.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.archive.ArchiveOptions;
import io.github.claudebridge.session.archive.Archives;
import io.github.claudebridge.session.archive.RestoreOptions;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.LogEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk of four megabytes that gets full, and then read-only. Mounting one needs root. */
@Tag("root")
class SmallDiskTest {

    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    Path temporary;

    private Path disk;
    private SessionStore store;
    private Session session;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(temporary.resolve("disk"));
        String refusal = run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
        assumeTrue(refusal.isEmpty(), () -> "cannot mount a small file system here (root is needed): " + refusal);
        store = SessionStore.open(disk.resolve("home"));
        session = store.create(WORK, "default");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void metadata_grants_and_logs_stay_as_they_are_and_work_again_when_there_is_room() throws IOException {
        ConversationLog log = ConversationLog.of(store, WORK);
        log.append(note("before"));
        Path ballast = fill();

        assertFull(() -> store.update(WORK, edit -> edit.model("sonnet")));
        assertFull(() -> log.append(note("n".repeat(100_000))));
        assertFull(() -> store.create(SessionName.of("another"), "default"));
        assertThat(session.metadata().model()).isNull();
        assertThat(log.newest(5).entries()).containsExactly(note("before"));

        Files.delete(ballast);
        SessionStore again = SessionStore.open(disk.resolve("home"));
        again.update(WORK, edit -> edit.model("opus"));
        log.append(note("after"));
        assertThat(again.get(WORK).metadata().model()).isEqualTo("opus");
        assertThat(log.newest(5).entries()).containsExactly(note("before"), note("after"));
        assertThat(again.list()).singleElement().isInstanceOf(SessionEntry.Healthy.class);
    }

    @Test
    void an_archive_that_does_not_fit_leaves_the_session_and_no_file() throws IOException {
        Files.write(session.directory().resolve("noise"), noise(2_500_000));

        assertFull(() -> Archives.of(store).archive(WORK, ArchiveOptions.defaults()));

        assertThat(session.directory().resolve("noise")).hasBinaryContent(noise(2_500_000));
        assertThat(disk.resolve("home/sessions_archive")).isEmptyDirectory();
    }

    @Test
    void a_restore_that_does_not_fit_leaves_the_archive_and_no_session() throws IOException {
        Files.write(session.directory().resolve("noise"), noise(1_500_000));
        Path archive =
                Archives.of(store).archive(WORK, ArchiveOptions.defaults()).file();
        Path ballast = Files.write(disk.resolve("ballast"), new byte[1_500_000]);

        assertThatThrownBy(() -> Archives.of(store).restore(archive, RestoreOptions.defaults()))
                .isInstanceOf(SessionException.class)
                .hasMessageContaining("ree some space");
        assertThat(disk.resolve("home/sessions")).isEmptyDirectory();

        Files.delete(ballast);
        Archives.of(store).restore(archive, RestoreOptions.defaults());
        assertThat(session.directory().resolve("noise")).hasBinaryContent(noise(1_500_000));
    }

    @Test
    void a_read_only_disk_is_named_as_such() throws Exception {
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isEmpty();

        assertThatThrownBy(() -> store.update(WORK, edit -> edit.model("opus")))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.READ_ONLY));
        assertThat(session.metadata().model()).isNull();
    }

    private static void assertFull(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.FULL));
    }

    private Path fill() throws IOException {
        Path ballast = disk.resolve("ballast");
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[4096];
            for (int i = 0; i < 4096; i++) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        return ballast;
    }

    private static LogEntry note(String text) {
        return new LogEntry.Note(Instant.EPOCH, text);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new SplittableRandom(5).nextBytes(noise);
        return noise;
    }

    /** What the command complains about; empty when it succeeds. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : "failed: " + output;
    }
}
