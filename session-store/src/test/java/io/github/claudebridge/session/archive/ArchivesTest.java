package io.github.claudebridge.session.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.session.ArchiveCancelledException;
import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.Grants;
import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionExistsException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StoreOptions;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.LogEntry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchivesTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final SessionName WORK = SessionName.of("work");
    private static final SessionName OTHER = SessionName.of("other");

    @TempDir
    Path temporary;

    private SessionStore store;
    private Archives archives;
    private Session session;

    @BeforeEach
    void fill() throws IOException {
        StoreOptions options = StoreOptions.defaults().withClock(Clock.fixed(NOON, ZoneOffset.UTC));
        store = SessionStore.open(temporary.resolve("home"), options.withRoots(List.of(temporary)));
        archives = Archives.of(store);
        session = store.create(WORK, "planner");
        store.update(WORK, edit -> edit.claudeSessionId(new UUID(1, 2)).turnCompleted(NOON, BigDecimal.ONE));
        store.update(WORK, edit -> edit.status(SessionStatus.ACTIVE).process(4242, NOON));
        store.grants().change(WORK, grants -> grants.withPermissionMode(PermissionMode.BYPASS));
        ConversationLog.of(store, WORK).append(new LogEntry.Note(NOON, "remember me"));
        write("notes/gr\u00fc\u00dfe \ud83d\ude00.txt", "hello");
        write("run.sh", "#!/bin/sh\n");
        Files.setPosixFilePermissions(
                session.directory().resolve("run.sh"), PosixFilePermissions.fromString("rwxr-x---"));
        Files.createDirectory(session.directory().resolve("empty"));
        write("n".repeat(200) + "/" + "m".repeat(200) + ".txt", "long");
        Files.createSymbolicLink(session.directory().resolve("notes/up"), Path.of("../run.sh"));
    }

    @ParameterizedTest
    @EnumSource
    void a_session_comes_back_complete_under_the_same_name(Compression compression) throws IOException {
        byte[] metadata = Files.readAllBytes(session.directory().resolve("persona.json"));

        VerifiedArchive archive =
                archives.archive(WORK, ArchiveOptions.defaults().withCompression(compression));
        assertThat(store.find(WORK)).isEmpty();
        assertThat(archive.file().getFileName()).hasToString("work-20260131T120000Z" + compression.suffix());
        assertThat(archive.leftOut()).isEmpty();

        RestoredSession restored = archives.restore(archive.file(), RestoreOptions.defaults());
        Path folder = restored.session().directory();
        assertThat(folder).isEqualTo(session.directory());
        assertThat(folder.resolve("persona.json")).hasBinaryContent(metadata);
        assertThat(folder.resolve("notes/gr\u00fc\u00dfe \ud83d\ude00.txt")).hasContent("hello");
        assertThat(Files.getPosixFilePermissions(folder.resolve("run.sh")))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(folder.resolve("empty")).isEmptyDirectory();
        assertThat(folder.resolve("n".repeat(200) + "/" + "m".repeat(200) + ".txt"))
                .hasContent("long");
        assertThat(Files.readSymbolicLink(folder.resolve("notes/up"))).isEqualTo(Path.of("../run.sh"));
        assertThat(ConversationLog.of(store, WORK).newest(1).entries())
                .containsExactly(new LogEntry.Note(NOON, "remember me"));
    }

    @Test
    void what_was_archived_here_can_be_restored_however_well_it_was_compressed() throws IOException {
        Path image = store.get(WORK).directory().resolve("disk.img");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(300 << 20);
        }
        Path archive =
                archives.archive(WORK, ArchiveOptions.defaults().withLevel(1)).file();

        archives.restore(archive, RestoreOptions.defaults());

        assertThat(image).hasSize(300 << 20);
    }

    @Test
    void a_restored_session_keeps_its_history_but_none_of_its_rights() {
        Path archive = archives.archive(WORK, ArchiveOptions.defaults()).file();
        RestoredSession restored =
                archives.restore(archive, RestoreOptions.defaults().withName(OTHER));

        assertThat(restored.session().metadata()).satisfies(metadata -> {
            assertThat(metadata.name()).isEqualTo(OTHER);
            assertThat(metadata.status()).isEqualTo(SessionStatus.SUSPENDED);
            assertThat(metadata.claudeSessionId()).isEqualTo(new UUID(1, 2));
            assertThat(metadata.hasHistory()).isTrue();
            assertThat(metadata.turns()).isEqualTo(1);
            assertThat(metadata.pid()).isNull();
            assertThat(metadata.permissionMode()).isEqualTo("ask");
        });
        assertThat(store.grants().of(OTHER)).isEqualTo(Grants.least());
        assertThat(store.grants().request(OTHER)).isEmpty();
        assertThat(archive).exists();
    }

    @Test
    void an_archive_moves_to_another_home() {
        Path archive = archives.backUp(WORK, ArchiveOptions.defaults()).file();
        SessionStore elsewhere = SessionStore.open(temporary.resolve("elsewhere"));

        RestoredSession restored = Archives.of(elsewhere).restore(archive, RestoreOptions.defaults());

        assertThat(restored.session().directory()).startsWith(temporary.resolve("elsewhere"));
        assertThat(restored.session().persona().name()).isEqualTo("planner");
        assertThat(store.find(WORK)).isPresent();
    }

    @Test
    void attachments_travel_along_and_are_put_where_the_caller_says() throws IOException {
        Path transcript = Files.writeString(temporary.resolve("transcript.jsonl"), "{}\n");
        Path results = Files.createDirectories(temporary.resolve("results/deep"));
        Files.writeString(results.resolve("1.txt"), "one");
        ArchiveOptions options = ArchiveOptions.defaults()
                .withAttachments(List.of(
                        new Attachment("transcript.jsonl", transcript, "projects/-old/id.jsonl"),
                        new Attachment("results", temporary.resolve("results"), "projects/-old/id"),
                        new Attachment("extra", transcript, "nowhere")));
        Path archive = archives.archive(WORK, options).file();
        Path target = temporary.resolve("new/place");

        RestoredSession restored = archives.restore(
                archive,
                RestoreOptions.defaults()
                        .withPlacement((attachment, folder) -> attachment.name().equals("extra")
                                ? Optional.empty()
                                : Optional.of(target.resolve(attachment.restoreTo()))));

        assertThat(target.resolve("projects/-old/id.jsonl")).hasContent("{}\n");
        assertThat(target.resolve("projects/-old/id/deep/1.txt")).hasContent("one");
        assertThat(restored.notPlaced()).containsExactly(new ArchivedAttachment("extra", "nowhere"));
    }

    @Test
    void an_attachment_that_lies_there_already_is_fine_but_another_file_in_its_place_stops_the_restore()
            throws IOException {
        Path transcript = Files.writeString(temporary.resolve("transcript.jsonl"), "{}\n");
        Path second = Files.writeString(temporary.resolve("second"), "2");
        ArchiveOptions options = ArchiveOptions.defaults()
                .withAttachments(List.of(new Attachment("b", second, ""), new Attachment("t", transcript, "")));
        Path archive = archives.archive(WORK, options).file();
        Path fresh = temporary.resolve("fresh");
        RestoreOptions restore = RestoreOptions.defaults()
                .withPlacement(
                        (attachment, folder) -> Optional.of(attachment.name().equals("b") ? fresh : transcript));

        Files.writeString(transcript, "{\"longer\":1}\n");
        assertThatThrownBy(() -> archives.restore(archive, restore))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.kind()).isEqualTo(ArchiveException.Problem.OCCUPIED));
        assertThat(transcript).hasContent("{\"longer\":1}\n");
        assertThat(fresh).doesNotExist();
        assertThat(store.find(WORK)).isEmpty();

        Files.writeString(transcript, "{}\n");
        archives.restore(archive, restore);
        assertThat(store.find(WORK)).isPresent();
    }

    @Test
    void settings_that_would_take_effect_are_set_aside_and_reported() throws IOException {
        write(".claude/settings.json", "{\"hooks\":{}}");
        write(".claude/settings.local.json", "{}");
        write(".claude/notes.md", "stays");
        write("sub/.mcp.json", "{}");
        Files.createSymbolicLink(session.directory().resolve("sub/.claude"), Path.of("../notes"));
        Path archive = archives.archive(WORK, ArchiveOptions.defaults()).file();

        RestoredSession restored = archives.restore(archive, RestoreOptions.defaults());

        Path folder = restored.session().directory();
        assertThat(restored.setAside())
                .containsExactlyInAnyOrder(
                        ".claude/settings.json", ".claude/settings.local.json", "sub/.mcp.json", "sub/.claude");
        assertThat(folder.resolve(".claude/settings.json")).doesNotExist();
        assertThat(folder.resolve("set-aside/.claude/settings.json")).hasContent("{\"hooks\":{}}");
        assertThat(Files.exists(folder.resolve("sub/.claude"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(folder.resolve(".claude/notes.md")).hasContent("stays");
    }

    @Test
    void an_external_directory_is_named_and_swallowed_only_when_asked() throws IOException {
        Path project = Files.createDirectory(temporary.resolve("project"));
        Files.writeString(project.resolve("main.c"), "int main;");
        store.grants().change(WORK, grants -> grants.withDirectory(Optional.of(project)));

        Path without = archives.backUp(WORK, ArchiveOptions.defaults()).file();
        assertThat(archives.inspect(without).workingDirectory())
                .contains(project.toRealPath().toString());
        assertThat(archives.inspect(without).workspaceIncluded()).isFalse();

        Path with = archives.archive(WORK, ArchiveOptions.defaults().withWorkspace(true))
                .file();
        RestoredSession restored = archives.restore(with, RestoreOptions.defaults());
        assertThat(restored.session().directory().resolve("workspace/main.c")).hasContent("int main;");
        assertThat(store.grants().workingDirectory(WORK))
                .isEqualTo(restored.session().directory());
    }

    @Test
    void links_out_of_the_folder_and_pipes_are_left_out_and_reported() throws Exception {
        Files.createSymbolicLink(session.directory().resolve("python"), Path.of("/usr/bin/python3"));
        Files.createSymbolicLink(session.directory().resolve("notes/out"), Path.of("../../x"));
        assertThat(new ProcessBuilder(
                                "mkfifo", session.directory().resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        VerifiedArchive archive = archives.archive(WORK, ArchiveOptions.defaults());

        assertThat(archive.leftOut())
                .containsExactlyInAnyOrder(
                        "session/python (a link to /usr/bin/python3)",
                        "session/notes/out (a link to ../../x)",
                        "session/pipe (not a file)");
        RestoredSession restored = archives.restore(archive.file(), RestoreOptions.defaults());
        assertThat(restored.leftOut()).hasSize(3);
    }

    @Test
    void a_file_that_changes_while_it_is_archived_stops_the_archiving_and_nothing_is_lost() throws IOException {
        write("big", "x".repeat(5_000_000));
        Path big = session.directory().resolve("big");
        ArchiveMonitor writer = (done, total) -> {
            try {
                Files.writeString(big, "y", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        };

        assertThatThrownBy(
                        () -> archives.archive(WORK, ArchiveOptions.defaults().withMonitor(writer)))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.kind()).isEqualTo(ArchiveException.Problem.CHANGED));
        assertThat(session.metadata().turns()).isEqualTo(1);
        assertThat(store.home().resolve("sessions_archive")).isEmptyDirectory();
    }

    @Test
    void what_is_written_after_its_file_was_archived_stops_the_removal() throws IOException {
        write("big", "x".repeat(5_000_000));
        ArchiveMonitor writer = (done, total) -> {
            if (done == total) {
                ConversationLog.of(store, WORK).append(new LogEntry.Note(NOON, "late"));
            }
            return true;
        };

        assertThatThrownBy(
                        () -> archives.archive(WORK, ArchiveOptions.defaults().withMonitor(writer)))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("changed while it was archived");
        assertThat(ConversationLog.of(store, WORK).newest(1).entries())
                .containsExactly(new LogEntry.Note(NOON, "late"));
        assertThat(store.home().resolve("sessions_archive")).isEmptyDirectory();
    }

    @Test
    void a_file_that_appears_deep_in_the_folder_after_the_archive_was_read_back_stops_the_removal() {
        ArchiveMonitor writer = (done, total) -> {
            if (done == total) {
                try {
                    write("src/main/java/New.java", "class New {}");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return true;
        };

        assertThatThrownBy(
                        () -> archives.archive(WORK, ArchiveOptions.defaults().withMonitor(writer)))
                .hasMessageContaining("changed while it was archived");
        assertThat(session.directory().resolve("src/main/java/New.java")).hasContent("class New {}");
    }

    @Test
    void a_cancelled_archive_or_restore_leaves_nothing_behind() throws IOException {
        write("big", "x".repeat(5_000_000));
        assertThatThrownBy(() -> archives.archive(
                        WORK, ArchiveOptions.defaults().withMonitor((done, total) -> done < 3_000_000)))
                .isInstanceOf(ArchiveCancelledException.class);
        assertThat(store.find(WORK)).isPresent();
        assertThat(store.home().resolve("sessions_archive")).isEmptyDirectory();

        Path archive = archives.archive(WORK, ArchiveOptions.defaults()).file();
        assertThatThrownBy(() ->
                        archives.restore(archive, RestoreOptions.defaults().withMonitor((done, total) -> done < total)))
                .isInstanceOf(ArchiveCancelledException.class);
        assertThat(store.home().resolve("sessions")).isEmptyDirectory();
    }

    @Test
    void a_restore_onto_a_taken_name_is_refused_before_anything_is_read() {
        Path archive = archives.backUp(WORK, ArchiveOptions.defaults()).file();

        assertThatThrownBy(() -> archives.restore(archive, RestoreOptions.defaults()))
                .isInstanceOf(SessionExistsException.class);
        assertThat(store.get(WORK).metadata().turns()).isEqualTo(1);
    }

    @Test
    void the_list_is_newest_first_and_shows_damaged_files() throws IOException {
        Path first = archives.backUp(WORK, ArchiveOptions.defaults()).file();
        Path second = archives.backUp(WORK, ArchiveOptions.defaults()).file();
        Path folder = store.home().resolve("sessions_archive");
        Files.writeString(folder.resolve("old-20200101T000000Z.tar.gz"), "nonsense");
        Files.writeString(folder.resolve("readme.txt"), "not mine");

        assertThat(second.getFileName()).hasToString("work-20260131T120000Z-2.tar.gz");
        List<ArchiveListing> list = archives.list();
        assertThat(list)
                .extracting(ArchiveListing::file)
                .startsWith(second, first)
                .hasSize(3);
        assertThat(list.get(0)).isInstanceOf(ArchiveListing.Intact.class);
        assertThat(list.get(2)).isInstanceOf(ArchiveListing.Damaged.class);

        assertThat(archives.prune(Duration.ofDays(30))).containsExactly(folder.resolve("old-20200101T000000Z.tar.gz"));
        assertThat(folder.resolve("readme.txt")).exists();
        assertThat(first).exists();
    }

    private void write(String path, String content) throws IOException {
        Path file = session.directory().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
