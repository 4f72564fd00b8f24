package io.github.claudebridge.process.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the files of sessions below a configuration directory of the CLI. Keeps nothing in memory. Thread-safe. */
public final class Transcripts {

    private static final int LONGEST_NAME = 200;

    private final Path projects;

    private Transcripts(Path projects) {
        this.projects = projects;
    }

    /**
     * Those below a configuration directory.
     *
     * @param configDirectory what {@code CLAUDE_CONFIG_DIR} names, usually {@code ~/.claude}
     */
    public static Transcripts below(Path configDirectory) {
        return new Transcripts(configDirectory.toAbsolutePath().resolve("projects"));
    }

    /** Those of a CLI with this environment. */
    public static Transcripts of(Map<String, String> environment) {
        String configured = environment.get("CLAUDE_CONFIG_DIR");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return below(configured == null ? Path.of(home, ".claude") : Path.of(configured));
    }

    /**
     * The file of a session, whatever directory it was begun in; the one that was written last, if there are several.
     *
     * @throws IOException if the directory cannot be read
     */
    public Optional<Transcript> find(UUID sessionId) throws IOException {
        return folders().stream()
                .map(folder -> folder.resolve(sessionId + ".jsonl"))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                .map(file -> new Transcript(sessionId, file));
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(projects)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(projects)) {
            return folders.filter(Files::isDirectory).toList();
        }
    }

    /**
     * Moves a session, with what lies beside its file, to where the CLI looks for sessions of another directory. The CLI resumes it by
     * its id from anywhere; this keeps lists by directory right. Where the CLI would shorten the name, nothing is moved.
     *
     * @param directory the other directory, absolute
     * @return the session at its place; empty where there is none
     * @throws IOException if it cannot be moved; also when the place is taken
     */
    public Optional<Transcript> relocate(UUID sessionId, Path directory) throws IOException {
        Optional<Transcript> found = find(sessionId);
        Transcript place = placeFor(sessionId, directory);
        if (found.isEmpty() || folderName(directory).length() > LONGEST_NAME) {
            return found;
        }
        Path from = found.get().file();
        if (!place.file().equals(from)) {
            Files.createDirectories(place.file().resolveSibling(""));
            if (Files.isDirectory(found.get().companions())) {
                Files.move(found.get().companions(), place.companions());
            }
            Files.move(from, place.file());
        }
        return Optional.of(place);
    }

    /**
     * Where the file of a session of a directory belongs; there may be none. The CLI shortens very long names in a way of its own, so
     * the place of such a directory is one where a session is found by its id, but not listed.
     *
     * @param directory an absolute path
     */
    public Transcript placeFor(UUID sessionId, Path directory) {
        String name = folderName(directory);
        Path folder = projects.resolve(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        return new Transcript(sessionId, folder.resolve(sessionId + ".jsonl"));
    }

    private static String folderName(Path directory) {
        return directory.toString().replaceAll("[^A-Za-z0-9]", "-");
    }
}
