package io.github.claudebridge.app.doctor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Whether a bot is at work in the home. */
final class BotCheck implements Check {

    private static final String SUBJECT = "Bot";

    private final Path home;

    BotCheck(Path home) {
        this.home = home;
    }

    @Override
    public List<Finding> look() {
        Path file = home.resolve("state").resolve("bot.lock");
        if (Files.notExists(file)) {
            return List.of(Finding.ok(SUBJECT, "has not run here yet"));
        }
        // Held for an instant; a bot that starts just then is told that another one is at work.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return List.of(Finding.ok(SUBJECT, lock == null ? "is running" : "is not running"));
        } catch (OverlappingFileLockException e) {
            return List.of(Finding.ok(SUBJECT, "is running"));
        } catch (IOException e) {
            return List.of(
                    Finding.failure(SUBJECT, file + " cannot be read", "Run this as the user that the bot runs as."));
        }
    }
}
