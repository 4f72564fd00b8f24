package io.github.claudebridge.process.transport;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at directory and command before the start: the operating system reports both as the same error, in words that differ from
 * one Java release to the next. Stateless.
 */
public final class Preflight {

    private Preflight() {}

    /**
     * Looks at what is to be started.
     *
     * @throws ClaudeException when it cannot be
     */
    public static void check(Launch launch) {
        checkDirectory(launch.directory());
        checkCommand(launch.command().get(0), launch.environment().getOrDefault("PATH", ""), launch.directory());
    }

    private static void checkDirectory(Path directory) {
        if (!directory.isAbsolute()) {
            throw failure(new ClaudeError.DirectoryUnusable(directory, "it is not an absolute path"));
        }
        if (!Files.isDirectory(directory)) {
            throw failure(new ClaudeError.DirectoryUnusable(directory, "there is no such directory"));
        }
        if (!Files.isExecutable(directory)) {
            throw failure(new ClaudeError.DirectoryUnusable(directory, "it may not be entered"));
        }
    }

    private static void checkCommand(String command, String path, Path directory) {
        List<Path> candidates = command.contains("/")
                ? List.of(directory.resolve(command))
                : Stream.of(path.split(":"))
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> Path.of(entry, command))
                        .toList();
        List<Path> existing = candidates.stream().filter(Files::isRegularFile).toList();
        if (existing.isEmpty()) {
            throw failure(new ClaudeError.CommandNotFound(command));
        }
        if (existing.stream().noneMatch(Files::isExecutable)) {
            throw failure(new ClaudeError.CommandNotExecutable(existing.get(0).toString()));
        }
    }

    private static ClaudeException failure(ClaudeError error) {
        return new ClaudeException(error);
    }
}
