package io.github.claudebridge.session.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {

    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Path GUIDE = Path.of("..", "docs", "sessions.md");
    private static final Path EXAMPLES =
            Path.of("src/test/java", GuideExamples.class.getName().replace('.', '/') + ".java");

    @TempDir
    Path temporary;

    @Test
    void every_snippet_of_the_guide_is_in_the_compiled_examples() throws IOException {
        String compiled = squeezed(Files.readString(EXAMPLES));
        List<String> snippets = SNIPPET.matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult result) -> squeezed(result.group(1)))
                .toList();

        assertThat(snippets)
                .hasSizeGreaterThan(4)
                .allSatisfy(snippet -> assertThat(compiled).contains(snippet));
    }

    @Test
    void the_examples_run() throws IOException {
        Path transcript = Files.writeString(temporary.resolve("transcript"), "{}");

        new GuideExamples(temporary.resolve("home"), transcript, temporary.resolve("old")).all();

        assertThat(temporary.resolve("home/sessions/holiday-2/conversation.jsonl"))
                .exists();
        assertThat(temporary.resolve("home/sessions/holiday-2/inbox/photo 1.jpg"))
                .hasSize(3);
        assertThat(temporary.resolve("home/transcript.jsonl")).hasContent("{}");
        assertThat(temporary.resolve("home/holiday.html")).content().contains("To the sea.");
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
