package io.github.claudebridge.process.testing;

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
class TestKitGuideTest {

    private static final List<String> PACKAGES = List.of(
            "",
            ".testing",
            ".testing.junit",
            ".testing.scenario",
            ".transport",
            "java.util.regex",
            "org.junit.jupiter.api",
            "org.junit.jupiter.api.extension",
            "org.junit.jupiter.api.io",
            "static org.assertj.core.api.Assertions");

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> every_snippet_compiles() throws IOException {
        List<DynamicTest> tests = new GuideSnippets("testing-with-the-fake-cli.md", PACKAGES, "ScriptedFake fake;")
                .compiledIn(directory)
                .toList();

        assertThat(tests).hasSizeGreaterThan(8);
        return tests.stream();
    }
}
