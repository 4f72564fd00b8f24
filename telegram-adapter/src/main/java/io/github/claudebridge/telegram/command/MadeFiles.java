package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.FileToSend;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** Files that commands make to be sent. They stay for some days, because a chat may take them late. Thread-safe. */
final class MadeFiles {

    private static final Duration KEPT = Duration.ofDays(3);

    private final Path folder;

    /**
     * @param home of the bot
     */
    MadeFiles(Path home) {
        this.folder = home.resolve("state").resolve("made");
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * A file to be sent.
     *
     * @param folder where it lies
     * @param path below the folder
     */
    record Made(Path folder, String path) {

        FileToSend shownAsPhoto() {
            return new FileToSend(folder, path, true);
        }

        FileToSend asDocument() {
            return new FileToSend(folder, path, false);
        }
    }

    /**
     * Makes a file; for the same key and name the same.
     *
     * @throws StorageException if it cannot be written
     */
    Made make(DeliveryKey key, String name, Content content) {
        String place = UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8))
                .toString();
        Path file = folder.resolve(place).resolve(name);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            forgetOld();
            Files.createDirectories(folder.resolve(place));
            try (OutputStream out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
        return new Made(folder, place + "/" + name);
    }

    private void forgetOld() throws IOException {
        Instant limit = Instant.now().minus(KEPT);
        try (Stream<Path> places = Files.list(folder)) {
            for (Path place : places.toList()) {
                if (Files.getLastModifiedTime(place).toInstant().isBefore(limit)) {
                    forget(place);
                }
            }
        }
    }

    private static void forget(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(place);
    }
}
