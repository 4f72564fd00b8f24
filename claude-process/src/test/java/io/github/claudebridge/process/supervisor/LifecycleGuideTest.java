package io.github.claudebridge.process.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.support.GuideSnippets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles what the guide to the life of processes shows. */
class LifecycleGuideTest {

    private static final List<String> PACKAGES = List.of("", ".error", ".supervisor", ".transcript", ".transport");

    /** What the guide leaves to its reader. */
    private static final String MEMBERS = """
            Path home;
            ConversationSpec spec;
            abstract Path directory(String key);
            abstract UUID sessionId(String key);
            abstract boolean hasHistory(String key);
            abstract void store(SupervisorEvent.IdentityChanged changed);
            abstract void ask(String key, List<Choice> choices);
            """;

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> every_snippet_compiles() throws IOException {
        List<DynamicTest> tests = new GuideSnippets("process-lifecycle.md", PACKAGES, MEMBERS)
                .compiledIn(directory)
                .toList();

        assertThat(tests).hasSizeGreaterThan(3);
        return tests.stream();
    }
}
