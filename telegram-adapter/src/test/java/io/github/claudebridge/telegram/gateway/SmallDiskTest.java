package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.Words;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal on a disk of two megabytes that gets full. Mounting one needs root. */
@Tag("root")
class SmallDiskTest {

    @TempDir
    Path temporary;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(temporary.resolve("disk"));
        String refusal = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
        assumeTrue(refusal.isEmpty(), () -> "cannot mount a small file system here (root is needed): " + refusal);
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void while_the_disk_is_full_the_bot_says_so_and_confirms_nothing_and_then_it_goes_on() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture(disk)) {
            fixture.start((message, key) -> {
                taken.add(message.text());
                return CompletableFuture.completedFuture(Handled.DONE);
            });
            ann(fixture, "first");
            await().atMost(LIMIT).until(() -> taken.contains("first"));
            await().atMost(LIMIT).until(() -> fixture.telegram.updates().pending() == 0);
            Path ballast = fill();
            String large = "second " + "x".repeat(4_000);
            ann(fixture, large);

            fixture.telegram.awaitMessage(ANN, LIMIT, message -> message.text().equals(Words.NOT_STORED));
            assertThat(fixture.telegram.updates().pending()).isEqualTo(1);
            assertThat(taken).containsExactly("first");
            assertThatThrownBy(() -> fixture.journal.updates().receive(Map.of(9L, large)))
                    .hasMessageContaining("Make room");
            fixture.gateway
                    .chat()
                    .answer(new ChatId(ANN), DeliveryKey.random(), "an answer " + "y".repeat(4_000))
                    .get(30, TimeUnit.SECONDS);
            assertThat(fixture.telegram.messages(ANN))
                    .extracting(SentMessage::text)
                    .anyMatch(text -> text.startsWith("an answer"));

            Files.delete(ballast);
            await().atMost(LIMIT).until(() -> taken.contains(large));
            await().atMost(LIMIT).until(() -> fixture.telegram.updates().pending() == 0);
            assertThat(taken).containsExactly("first", large);
        }
    }

    @Test
    void a_bot_that_is_started_on_a_full_disk_is_told_to_make_room() throws Exception {
        Path ballast = fill();
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll(disk.resolve("journal.db").toString(), "Make room");
        Files.delete(ballast);
        try (Journal journal = open()) {
            assertThat(journal.updates().open()).isEmpty();
        }
    }

    private Journal open() {
        return Journal.open(disk.resolve("journal.db"), Clock.systemUTC());
    }

    private static void ann(GatewayFixture fixture, String text) {
        fixture.telegram.user(ANN, "Ann").sends(text);
    }

    private Path fill() throws IOException {
        Path ballast = disk.resolve("ballast");
        byte[] block = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("space");
        }
        return ballast;
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : output.strip() + " " + process.exitValue();
    }
}
