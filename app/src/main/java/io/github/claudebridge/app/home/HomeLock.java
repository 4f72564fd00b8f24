package io.github.claudebridge.app.home;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps a second bot out of the same home. The operating system lets go of it however the process ends. */
public final class HomeLock implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    public static HomeLock take(Path home) throws StartException {
        Path file = home.resolve("state").resolve("bot.lock");
        try {
            Path above = home.getParent();
            if (above != null) {
                Files.createDirectories(above);
            }
            makeForOwner(home);
            makeForOwner(home.resolve("state"));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartException(
                        ExitCode.BUSY,
                        "Another claude-bridge runs with " + home
                                + ". Stop it first, or choose another folder with --home.");
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.CANNOT_WRITE,
                    file + " cannot be written. Give this user the right to write to " + home
                            + ", or choose another with --home.");
        }
    }

    private static void makeForOwner(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
