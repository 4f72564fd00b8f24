package io.github.claudebridge.process.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * The Java that a guide shows, each piece as the body of a method.
 *
 * @param guide the name of a file in docs
 * @param packages packages whose types it uses: those of the library by what follows its own, such as {@code .event}, others by their name
 * @param members of the class around it: what the guide takes as given
 */
public record GuideSnippets(String guide, List<String> packages, String members) {

    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CHAPTER = Pattern.compile("^## (.+)$", Pattern.MULTILINE);

    /** A test for each piece, named after its chapter, which fails with what the compiler says. */
    public Stream<DynamicTest> compiledIn(Path folder) throws IOException {
        String text = Files.readString(Path.of("..", "docs", guide));
        return SNIPPET.matcher(text)
                .results()
                .map(found -> DynamicTest.dynamicTest(
                        chapter(text.substring(0, found.start())),
                        () -> assertThat(problemsOf("Snippet" + found.start(), found.group(1), folder))
                                .isEmpty()));
    }

    private String chapter(String before) {
        Matcher chapters = CHAPTER.matcher(before);
        String last = guide;
        while (chapters.find()) {
            last = chapters.group(1);
        }
        return last;
    }

    private List<String> problemsOf(String name, String snippet, Path folder) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "no compiler");
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
            Path source = Files.writeString(folder.resolve(name + ".java"), program(name, snippet));
            List<String> options =
                    List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
            compiler.getTask(null, files, problems, options, null, files.getJavaFileObjects(source))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return problems.getDiagnostics().stream()
                .map(problem -> problem.getMessage(Locale.ROOT))
                .toList();
    }

    private String program(String name, String snippet) {
        String imports = packages.stream()
                .map(suffix ->
                        suffix.isEmpty() || suffix.startsWith(".") ? "io.github.claudebridge.process" + suffix : suffix)
                .map(whole -> "import " + whole + ".*;\n")
                .collect(Collectors.joining());
        return imports + "import java.nio.file.*;\nimport java.util.*;\nabstract class " + name + " {\n" + members
                + "\n void run() throws Exception {\n" + snippet + "\n }\n}\n";
    }
}
