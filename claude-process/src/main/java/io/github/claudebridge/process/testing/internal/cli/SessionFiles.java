package io.github.claudebridge.process.testing.internal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where transcripts lie: {@code projects/<slug of the directory>/<session id>.jsonl}. */
final class SessionFiles {
    private final Path projects;

    SessionFiles(Path configDirectory) {
        projects = configDirectory.resolve("projects");
    }

    Path of(String sessionId, Path directory) {
        String slug = directory.toString().replaceAll("[^A-Za-z0-9]", "-");
        return projects.resolve(slug).resolve(sessionId + ".jsonl");
    }

    /** The transcript of a session, whatever directory it was started in. */
    Optional<Path> find(String sessionId) {
        return all().filter(file -> file.getFileName().toString().equals(sessionId + ".jsonl"))
                .findFirst();
    }

    /** The transcript in this directory that was written last. */
    Optional<Path> newest(Path directory) {
        Path folder = of("any", directory).getParent();
        return all().filter(file -> folder != null && folder.equals(file.getParent()))
                .max((one, other) -> Long.compare(lastModified(one), lastModified(other)));
    }

    private Stream<Path> all() {
        if (!Files.isDirectory(projects)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(projects, 2)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lastModified(Path file) {
        return file.toFile().lastModified();
    }
}
