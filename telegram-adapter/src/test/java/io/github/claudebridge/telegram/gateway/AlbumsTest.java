package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.UserFile;
import io.github.claudebridge.telegram.conversation.UserFile.Kind;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlbumsTest {

    @TempDir
    Path folder;

    private final List<UserMessage> taken = new CopyOnWriteArrayList<>();
    private final MessageHandler takes = (message, progress) -> {
        taken.add(message);
        return CompletableFuture.completedFuture(Handled.DONE);
    };

    @Test
    void an_album_is_one_message_with_all_its_files() {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            FakeUser ann = fixture.telegram.user(ANN, "Ann");
            fixture.start(takes);
            long first =
                    ann.sendsAlbum("look", Collections.nCopies(3, picture())).get(0);

            await().atMost(LIMIT).until(() -> !taken.isEmpty());
            UserMessage album = taken.get(0);
            assertThat(album.text()).isEqualTo("look");
            assertThat(album.files()).hasSize(3).extracting(UserFile::kind).containsOnly(Kind.PHOTO);
            assertThat(album.messageId()).isEqualTo(first);
            await().atMost(LIMIT).until(() -> fixture.journal.updates().open().isEmpty());
            assertThat(taken).hasSize(1);
        }
    }

    @Test
    void what_is_written_after_an_album_comes_after_it() {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            FakeUser ann = fixture.telegram.user(ANN, "Ann");
            ann.sendsAlbum("", Collections.nCopies(2, picture()));
            ann.sendsAlbum("", Collections.nCopies(10, picture()));
            ann.sends("what are these?");
            fixture.start(takes);

            await().atMost(LIMIT).until(() -> taken.size() == 3);
            assertThat(taken).extracting(message -> message.files().size()).containsExactly(2, 10, 0);
        }
    }

    @Test
    void an_album_that_was_not_handled_is_whole_after_a_restart() {
        GatewayFixture fixture = new GatewayFixture(folder);
        FakeTelegram telegram = fixture.telegram;
        telegram.user(ANN, "Ann").sendsAlbum("look", Collections.nCopies(4, picture()));
        fixture.start((message, progress) -> {
            taken.add(message);
            return new CompletableFuture<>();
        });
        await().atMost(LIMIT).until(() -> taken.size() == 1);
        fixture.stopWithoutTheServer();
        try (GatewayFixture next = new GatewayFixture(folder, telegram)) {
            next.start(takes);
            await().atMost(LIMIT).until(() -> taken.size() == 2);
            assertThat(taken.get(1)).isEqualTo(taken.get(0));
        }
    }

    @Test
    void a_file_is_described_with_what_the_sender_says() {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            FakeUser ann = fixture.telegram.user(ANN, "Ann");
            fixture.start(takes);
            long question = ann.sends("and this?");
            ann.sendsDocument("../../etc/passwd", "text/plain", new byte[] {1, 2}, "why?");
            ann.replies(question, "this one");

            await().atMost(LIMIT).until(() -> taken.size() == 3);
            UserFile file = taken.get(1).files().get(0);
            assertThat(file.name()).isEqualTo("../../etc/passwd");
            assertThat(file.size()).isEqualTo(2);
            assertThat(taken.get(1).text()).isEqualTo("why?");
            assertThat(taken.get(2).repliesTo()).isEqualTo(question);
        }
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
