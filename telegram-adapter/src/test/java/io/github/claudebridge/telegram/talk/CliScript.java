package io.github.claudebridge.telegram.talk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A command as one file, which can be moved away. */
final class CliScript {

    private CliScript() {}

    static Path in(Path folder, List<String> command) {
        try {
            Path script = Files.writeString(
                    folder.resolve("claude-cli"), "#!/bin/sh\nexec '" + String.join("' '", command) + "' \"$@\"\n");
            return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
