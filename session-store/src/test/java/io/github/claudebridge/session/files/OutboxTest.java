package io.github.claudebridge.session.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.files.Outbox.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    private static final SessionName NAME = SessionName.of("work");

    @TempDir
    private Path temporary;

    private Path folder;
    private Outbox outbox;

    @BeforeEach
    void create() {
        SessionStore store = SessionStore.open(temporary.resolve("home"));
        folder = store.create(NAME, "default").outbox();
        outbox = Outbox.of(store, NAME);
    }

    @Test
    void files_are_listed_by_name_and_hidden_ones_and_folders_are_not() throws IOException {
        Files.writeString(folder.resolve("b.txt"), "b");
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.writeString(folder.resolve(".part"), "not ready");
        Files.createDirectory(folder.resolve("deep"));

        assertThat(outbox.waiting()).extracting(Waiting::name).containsExactly("a.txt", "b.txt");
    }

    @Test
    void I_18_links_and_pipes_are_no_files() throws Exception {
        Path secret = Files.writeString(temporary.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("link"), secret);
        Files.createSymbolicLink(folder.resolve("link-to-folder"), temporary);
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(outbox.waiting()).hasSize(3).noneMatch(Waiting::isFile);
    }

    @Test
    void I_18_an_outbox_that_has_become_a_link_gives_nothing() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("secret.txt"), "secret");
        Files.delete(folder);
        Files.createSymbolicLink(folder, elsewhere);

        assertThatThrownBy(outbox::waiting).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> outbox.sent("secret.txt")).isInstanceOf(StorageException.class);
        assertThat(elsewhere.resolve("secret.txt")).exists();
    }

    @Test
    void a_session_without_an_outbox_has_nothing_to_send() throws IOException {
        Files.delete(folder);

        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void what_was_sent_is_moved_and_replaces_nothing() throws IOException {
        for (String content : List.of("first", "second")) {
            Files.writeString(folder.resolve("plan.txt"), content);
            outbox.sent("plan.txt");
        }

        assertThat(outbox.waiting()).isEmpty();
        assertThat(folder.resolve("sent/plan.txt")).hasContent("first");
        assertThat(folder.resolve("sent/plan-2.txt")).hasContent("second");
    }

    @Test
    void what_is_gone_meanwhile_leaves_nothing_behind() {
        outbox.sent("plan.txt");

        assertThat(folder.resolve("sent")).isEmptyDirectory();
    }

    @Test
    void I_18_a_folder_of_sent_files_that_has_become_a_link_takes_nothing() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("sent"), elsewhere);
        Files.writeString(folder.resolve("plan.txt"), "plan");

        assertThatThrownBy(() -> outbox.sent("plan.txt")).isInstanceOf(StorageException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void another_file_or_another_content_has_another_mark() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.txt"), "plan");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        UUID first = outbox.waiting().get(0).mark();

        assertThat(outbox.waiting().get(0).mark()).isEqualTo(first);
        Files.writeString(file, "other plan");
        assertThat(outbox.waiting().get(0).mark()).isNotEqualTo(first);
    }

    @Test
    void a_name_of_newlines_and_turned_letters_is_made_harmless() throws IOException {
        Files.writeString(folder.resolve("a\n\u202eb.txt"), "x");

        outbox.sent(outbox.waiting().get(0).name());

        assertThat(folder.resolve("sent/a__b.txt")).hasContent("x");
    }
}
