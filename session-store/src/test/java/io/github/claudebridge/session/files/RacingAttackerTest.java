package io.github.claudebridge.session.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.FileRefusedException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.files.SwappingAttacker.Swap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While somebody swaps folders and files for links that lead out, nothing from outside is read and nothing is written there. */
class RacingAttackerTest {

    private static final int ROUNDS = 1_000;

    private final long seed = System.nanoTime();

    @TempDir
    Path temporary;

    @Test
    void no_file_from_outside_is_ever_read() throws IOException {
        Path secret = Files.createDirectories(temporary.resolve("private/deep")).resolve("file");
        Files.writeString(secret, "secret");
        Path folder = Files.createDirectory(temporary.resolve("work"));
        Path mine = Files.createDirectories(folder.resolve("outbox/deep")).resolve("file");
        Files.writeString(mine, "mine");
        int given = 0;
        int refused = 0;
        try (SwappingAttacker attacker = new SwappingAttacker(
                new SplittableRandom(seed),
                new Swap(mine, secret),
                new Swap(mine.resolveSibling(""), secret.resolveSibling("")),
                new Swap(folder.resolve("outbox"), temporary.resolve("private")))) {
            while (given < ROUNDS || refused < ROUNDS || attacker.swaps() < ROUNDS) {
                try (OutgoingFile opened = FolderFiles.of(folder).open("outbox/deep/file")) {
                    assertThat(new String(opened.content().readAllBytes(), StandardCharsets.UTF_8))
                            .as("seed %d", seed)
                            .isEqualTo("mine");
                    given++;
                } catch (FileRefusedException e) {
                    refused++;
                }
            }
        }
    }

    @Test
    void no_file_is_ever_written_outside() throws IOException {
        SessionStore store = SessionStore.open(temporary.resolve("home"));
        SessionName work = SessionName.of("work");
        Path folder = store.create(work, "default").directory();
        Path outside = Files.createDirectories(temporary.resolve("outside/inbox"));
        int written = 0;
        int refused = 0;
        try (SwappingAttacker attacker =
                new SwappingAttacker(new SplittableRandom(seed), new Swap(folder.resolve("inbox"), outside))) {
            while (written < 50 || refused < 50 || attacker.swaps() < ROUNDS) {
                try {
                    Inbox.of(store, work)
                            .receive(
                                    "a.txt", new ByteArrayInputStream(("" + written).getBytes(StandardCharsets.UTF_8)));
                    written++;
                } catch (StorageException e) {
                    refused++;
                }
            }
        }
        assertThat(outside).as("seed %d", seed).isEmptyDirectory();
    }
}
