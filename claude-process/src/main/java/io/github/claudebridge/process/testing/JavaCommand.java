package io.github.claudebridge.process.testing;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The command that runs a program of this library in a JVM of its own that starts fast. */
final class JavaCommand {
    private JavaCommand() {}

    static List<String> of(Class<?> program) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                classPath(program),
                program.getName());
    }

    private static String classPath(Class<?> program) {
        Set<String> entries = new LinkedHashSet<>();
        entries.add(origin(program));
        entries.add(origin(JsonFactory.class));
        return String.join(File.pathSeparator, entries);
    }

    private static String origin(Class<?> type) {
        CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource(), "no code source");
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
