package io.github.claudebridge.session.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStateTest {

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        write("metadata.json", "{}");
        write("inbox/photo.jpg", "light");
        write("src/main/App.java", "class App {}");
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadata.json", "conversation.jsonl", "inbox/photo.jpg", "inbox/other.jpg"})
    void a_look_at_the_top_notices_what_this_program_writes(String path) throws IOException {
        FolderState before = FolderState.topOf(folder);
        write(path, "something else");

        assertThat(FolderState.topOf(folder).sameAs(before)).isFalse();
    }

    @Test
    void a_look_at_the_top_does_not_go_deep() throws IOException {
        FolderState before = FolderState.topOf(folder);
        FolderState whole = FolderState.of(folder);
        write("src/main/App.java", "class Other {}");

        assertThat(FolderState.topOf(folder).sameAs(before)).isTrue();
        assertThat(FolderState.of(folder).sameAs(whole)).isFalse();
    }
}
