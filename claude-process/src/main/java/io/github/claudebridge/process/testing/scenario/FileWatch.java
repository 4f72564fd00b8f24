package io.github.claudebridge.process.testing.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for files. */
final class FileWatch {
    private FileWatch() {}

    /** Waits until the file exists in this folder. */
    static void await(Path folder, String name, Duration time) throws InterruptedException {
        Path file = folder.resolve(name);
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            long end = System.nanoTime() + time.toNanos();
            while (!Files.exists(file)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError(name + " was not created within " + time);
                }
                var key = watch.poll(left, TimeUnit.NANOSECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
