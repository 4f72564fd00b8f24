package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The claims of the document about security are shown by tests that exist. */
class SecurityDocumentTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:\\.(\\w+))?`");

    @Test
    void every_claim_names_a_test_and_every_test_that_is_named_is_there() throws IOException {
        Map<String, String> sources = sources();
        List<String> claims = Files.readAllLines(Path.of("..", "docs", "security.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| claim"))
                .toList();

        assertThat(claims)
                .hasSizeGreaterThan(20)
                .allMatch(claim -> TEST.matcher(claim).find());
        assertThat(claims.stream()
                        .flatMap(claim -> TEST.matcher(claim).results())
                        .filter(test -> !isThere(test, sources))
                        .map(MatchResult::group))
                .isEmpty();
    }

    private static boolean isThere(MatchResult test, Map<String, String> sources) {
        String source = sources.getOrDefault(test.group(1), "");
        return test.group(2) == null ? !source.isEmpty() : source.contains("void " + test.group(2) + "(");
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("claude-process", "session-store", "telegram-adapter", "app")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String name = String.valueOf(file.getFileName());
                    sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
                }
            }
        }
        return sources;
    }
}
