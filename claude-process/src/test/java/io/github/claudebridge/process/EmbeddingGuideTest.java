package io.github.claudebridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles what the guide shows. */
class EmbeddingGuideTest {

    private static final Pattern SNIPPET =
            Pattern.compile("^## ([^\n]+)$|```java\n(.*?)```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final List<String> PACKAGES =
            List.of("", ".event", ".error", ".permission", ".control", ".hook", ".mcp", ".json");

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> every_snippet_compiles() throws IOException {
        Matcher matcher = SNIPPET.matcher(Files.readString(Path.of("..", "docs", "embedding.md")));
        List<DynamicTest> tests = new ArrayList<>();
        String chapter = "";
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                chapter = matcher.group(1);
            } else {
                String snippet = matcher.group(2);
                String name = "Snippet" + tests.size();
                tests.add(DynamicTest.dynamicTest(
                        chapter, () -> assertThat(problemsOf(name, snippet)).isEmpty()));
            }
        }
        assertThat(tests).hasSizeGreaterThan(8);
        return tests.stream();
    }

    private List<String> problemsOf(String name, String snippet) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "no compiler");
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
            Path source = Files.writeString(directory.resolve(name + ".java"), program(name, snippet));
            List<String> options =
                    List.of("-proc:none", "-d", directory.toString(), "-cp", System.getProperty("java.class.path"));
            compiler.getTask(null, files, problems, options, null, files.getJavaFileObjects(source))
                    .call();
        }
        return problems.getDiagnostics().stream()
                .map(problem -> problem.getMessage(Locale.ROOT))
                .toList();
    }

    private static String program(String name, String snippet) {
        String imports = PACKAGES.stream()
                .map(suffix -> "import io.github.claudebridge.process" + suffix + ".*;\n")
                .collect(Collectors.joining());
        return imports + "import java.nio.file.*;\nimport java.util.*;\nclass " + name
                + " {\n void run() throws Exception {\n" + snippet + "\n }\n}\n";
    }
}
