package io.github.claudebridge.session.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.files.FileCopies.Copy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCopiesTest {

    @TempDir
    private Path temporary;

    private Path work;
    private Path place;
    private FileCopies copies;

    @BeforeEach
    void create() throws IOException {
        work = Files.createDirectory(temporary.resolve("work"));
        copies = FileCopies.of(SessionStore.open(temporary.resolve("home")));
        place = temporary.resolve("home/state/outgoing");
    }

    private Copy copy(String name) throws IOException {
        try (OutgoingFile file = FolderFiles.of(work).open(name)) {
            return copies.take(file);
        }
    }

    @Test
    void a_copy_stays_what_it_was_and_only_its_owner_can_read_it() throws IOException {
        Path file = Files.writeString(work.resolve("plan.txt"), "plan");

        Copy copy = copy("plan.txt");
        Files.writeString(file, "changed");

        assertThat(copy.folder().resolve("plan.txt")).hasContent("plan");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_name_that_could_mislead_is_made_harmless() throws IOException {
        Files.writeString(work.resolve("a\n\u202efdp.exe"), "x");

        assertThat(copy("a\n\u202efdp.exe").name()).isEqualTo("a__fdp.exe");
    }

    @Test
    void a_file_that_grows_meanwhile_is_copied_as_long_as_it_was() throws IOException {
        Path file = Files.writeString(work.resolve("log.txt"), "abc");
        try (OutgoingFile open = FolderFiles.of(work).open("log.txt")) {
            Files.writeString(file, "abcdef");

            Copy copy = copies.take(open);

            assertThat(copy.folder().resolve("log.txt")).hasContent("abc");
            assertThat(copy.size()).isEqualTo(3);
        }
    }

    @Test
    void of_a_file_that_shrinks_meanwhile_nothing_is_left() throws IOException {
        Path file = Files.writeString(work.resolve("log.txt"), "abc");
        try (OutgoingFile open = FolderFiles.of(work).open("log.txt")) {
            Files.writeString(file, "a");

            assertThatThrownBy(() -> copies.take(open))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("shorter");
        }
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void only_what_an_earlier_run_left_is_swept() throws IOException {
        Files.writeString(work.resolve("plan.txt"), "plan");
        copy("plan.txt");
        Instant later = Instant.now().plusSeconds(5);

        copies.sweep(later.minusSeconds(3_600));
        try (Stream<Path> left = Files.list(place)) {
            assertThat(left).hasSize(1);
        }
        copies.sweep(later);
        assertThat(place).isEmptyDirectory();
    }
}
