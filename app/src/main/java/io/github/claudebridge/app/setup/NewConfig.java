package io.github.claudebridge.app.setup;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes {@code config.toml}, whole or not at all, for its owner alone. */
final class NewConfig {

    private NewConfig() {}

    /**
     * Refuses to go over a file that is there.
     *
     * @throws StartException if there is one
     */
    static void mustNotExist(Path file) throws StartException {
        if (Files.exists(file)) {
            throw new StartException(
                    ExitCode.CANNOT_WRITE,
                    file + " is there already, and stays as it is. Edit it, or say --force to replace it.");
        }
    }

    /**
     * Writes the file, also over an older one.
     *
     * @throws StartException if that cannot be done; what was there is there
     */
    static void write(Path file, String text) throws StartException {
        Path fresh = file.resolveSibling("config.toml.new");
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel channel = FileChannel.open(
                    fresh,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartException(ExitCode.CANNOT_WRITE, file + " cannot be written: " + e.getMessage());
        }
    }
}
