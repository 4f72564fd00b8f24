package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where hooks put their input: a folder that only this user may look into. A hook is a shell command that the CLI runs; each writes a file of
 * its own and renames it when it is whole, so that hooks that run at once do not mix. Not thread-safe.
 */
final class HookFolder implements AutoCloseable {

    private static final String WHOLE = ".json";

    private final Path folder;

    HookFolder(List<String> events) {
        try {
            folder = Files.createTempDirectory("claude-terminal-");
            Files.writeString(settings(), settingsFor(events).text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings that make the CLI run the hooks. */
    Path settings() {
        return folder.resolve("settings");
    }

    private Json settingsFor(List<String> events) {
        String in = "'" + folder.toString().replace("'", "'\\''") + "/.XXXXXXXX'";
        // When this folder is gone, so is its host, and the CLI shall not be told of that with each event.
        String command =
                "{ f=$(mktemp " + in + ") && cat >\"$f\" && mv \"$f\" \"$f" + WHOLE + "\"; } 2>/dev/null || true";
        Object hook = Map.of("hooks", List.of(Map.of("type", "command", "command", command)));
        return Json.of(Map.of(
                "hooks", events.stream().collect(Collectors.toMap(event -> event, event -> List.of(hook)))));
    }

    /** What hooks were given since the last call, in order of time. */
    List<HookReport> take() throws IOException {
        List<HookReport> reports = new ArrayList<>();
        for (Path file : whole()) {
            HookReport.read(Files.readString(file)).ifPresent(reports::add);
            Files.delete(file);
        }
        return reports;
    }

    private List<Path> whole() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(WHOLE))
                    .map(file -> Map.entry(lastModified(file), file))
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private static Long lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
