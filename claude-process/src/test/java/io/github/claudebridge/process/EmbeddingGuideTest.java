package io.github.claudebridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.support.GuideSnippets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles what the guide shows. */
class EmbeddingGuideTest {

    private static final List<String> PACKAGES =
            List.of("", ".event", ".error", ".permission", ".control", ".hook", ".mcp", ".json");

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> every_snippet_compiles() throws IOException {
        List<DynamicTest> tests = new GuideSnippets("embedding.md", PACKAGES, "")
                .compiledIn(directory)
                .toList();

        assertThat(tests).hasSizeGreaterThan(8);
        return tests.stream();
    }
}
