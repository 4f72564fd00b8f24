package io.github.claudebridge.process.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.support.GuideSnippets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles what the guide shows, and looks at its picture. */
class TerminalGuideTest {

    private static final String GUIDE = "terminal.md";
    private static final List<String> PACKAGES = List.of("", ".terminal", ".control", ".error", "java.nio.charset");
    private static final String GIVEN = "ClaudeTerminal claude; ClaudeListener listener;";

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> every_snippet_compiles() throws IOException {
        List<DynamicTest> tests =
                new GuideSnippets(GUIDE, PACKAGES, GIVEN).compiledIn(directory).toList();

        assertThat(tests).hasSize(5);
        return tests.stream();
    }

    @Test
    void its_picture_is_the_recorded_screen() throws IOException {
        String screen = Files.readString(Path.of("src/test/resources/terminal/permission.txt"));

        assertThat(Files.readString(Path.of("..", "docs", GUIDE))).contains(screen);
    }
}
