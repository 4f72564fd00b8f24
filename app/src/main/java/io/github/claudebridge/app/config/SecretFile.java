package io.github.claudebridge.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Files that hold a secret. */
final class SecretFile {

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private SecretFile() {}

    /** What to say about a file that others than its owner can read. */
    static Optional<String> warning(Path file) {
        try {
            boolean open = Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
            return open
                    ? Optional.of(
                            "Other users of this host can read the bot token in " + file + ". Run: chmod 600 " + file)
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
