package io.github.claudebridge.session.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.session.FileRefusedException;
import io.github.claudebridge.session.FileRefusedException.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderFilesTest {

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void create() throws Exception {
        folder = Files.createDirectory(temporary.resolve("work"));
        Files.createDirectories(folder.resolve("outbox/deep"));
        Files.writeString(folder.resolve("outbox/deep/plan.txt"), "the plan");
        Files.writeString(folder.resolve("gr\u00fc\u00dfe.txt"), "hello");
        Files.createDirectory(temporary.resolve("private"));
        Files.writeString(temporary.resolve("private/plan.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("outbox/out"), temporary.resolve("private"));
        Files.createSymbolicLink(folder.resolve("outbox/link"), temporary.resolve("private/plan.txt"));
        Files.createSymbolicLink(folder.resolve("outbox/inside"), Path.of("deep"));
        Files.createSymbolicLink(folder.resolve("outbox/dangling"), Path.of("nowhere"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("outbox/pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void a_regular_file_is_opened_with_its_name_and_size() throws IOException {
        try (OutgoingFile file = FolderFiles.of(folder).open("outbox/deep/plan.txt")) {
            assertThat(file.name()).isEqualTo("plan.txt");
            assertThat(file.size()).isEqualTo(8);
            assertThat(file.content()).hasContent("the plan");
            assertThat(file.content()).as("once more").hasContent("the plan");
        }
        try (OutgoingFile file = FolderFiles.of(folder).open("gr\u00fc\u00dfe.txt")) {
            assertThat(file.content()).hasContent("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "..",
                "../private/plan.txt",
                "outbox/../../private/plan.txt",
                "outbox/..",
                "outbox/deep/../deep/plan.txt",
                "./outbox/deep/plan.txt",
                "outbox//deep/plan.txt",
                "outbox/deep/plan.txt/",
                "outbox\0/deep"
            })
    void a_path_that_is_not_simply_below_the_folder_is_refused(String path) {
        assertRefused(path, Problem.OUTSIDE);
    }

    @ParameterizedTest
    @CsvSource({
        "outbox/link, LINK",
        "outbox/out/plan.txt, LINK",
        "outbox/inside/plan.txt, LINK",
        "outbox/dangling, LINK",
        "outbox, NOT_A_FILE",
        "outbox/pipe, NOT_A_FILE",
        "outbox/pipe/x, NOT_A_FILE",
        "outbox/deep/plan.txt/x, NOT_A_FILE",
        "outbox/none, MISSING",
        "none/plan.txt, MISSING"
    })
    void what_is_not_a_regular_file_or_is_reached_through_a_link_is_refused(String path, Problem kind) {
        assertRefused(path, kind);
    }

    @Test
    void a_folder_that_is_itself_a_link_gives_nothing_away() throws IOException {
        Files.createSymbolicLink(temporary.resolve("fake"), temporary.resolve("private"));

        assertThatThrownBy(() -> FolderFiles.of(temporary.resolve("fake")).open("plan.txt"))
                .isInstanceOfSatisfying(
                        FileRefusedException.class, e -> assertThat(e.kind()).isEqualTo(Problem.LINK));
    }

    @Test
    void an_open_file_stays_the_same_when_another_takes_its_place() throws IOException {
        Path place = folder.resolve("outbox/deep/plan.txt");
        try (OutgoingFile file = FolderFiles.of(folder).open("outbox/deep/plan.txt")) {
            Files.delete(place);
            Files.createSymbolicLink(place, temporary.resolve("private/plan.txt"));

            assertThat(file.content()).hasContent("the plan");
        }
    }

    @Test
    void a_file_that_grows_is_sent_as_long_as_it_was_and_one_that_shrinks_is_an_error() throws IOException {
        Path place = folder.resolve("outbox/deep/plan.txt");
        try (OutgoingFile file = FolderFiles.of(folder).open("outbox/deep/plan.txt")) {
            Files.writeString(place, "the plan and more");
            assertThat(file.content()).hasContent("the plan");

            Files.writeString(place, "the");
            try (InputStream content = file.content()) {
                assertThatThrownBy(content::readAllBytes).isInstanceOf(EOFException.class);
            }
        }
    }

    private void assertRefused(String path, Problem kind) {
        assertThatThrownBy(() -> FolderFiles.of(folder).open(path))
                .isInstanceOfSatisfying(FileRefusedException.class, e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.path()).isEqualTo(path);
                    assertThat(e.folder()).isEqualTo(folder);
                });
    }
}
