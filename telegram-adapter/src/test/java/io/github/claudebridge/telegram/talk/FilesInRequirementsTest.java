package io.github.claudebridge.telegram.talk;

import static io.github.claudebridge.telegram.talk.TalkBot.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MSG-04: files that people send, from the chat to Claude. */
class FilesInRequirementsTest {

    @TempDir
    Path folder;

    @Test
    void MSG_04_a_photo_is_saved_and_given_to_claude_in_the_same_turn() throws Exception {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sendsPhoto(picture(1), "Look:\nhistory");

            assertThat(bot.saysSomethingWith("Look:").text()).contains("@\"inbox/photo.jpg\"");
            assertThat(inbox().resolve("photo.jpg")).hasBinaryContent(picture(1));
        }
    }

    @Test
    void MSG_04_a_document_is_saved_and_its_caption_is_the_prompt() throws Exception {
        try (TalkBot bot = new TalkBot(folder)) {
            byte[] content = "a,b".getBytes(StandardCharsets.UTF_8);
            bot.ann.sendsDocument("numbers.csv", "text/csv", content, "Add these:\nhistory");

            assertThat(bot.saysSomethingWith("Add these:").text()).contains("inbox/numbers.csv (3 bytes)");
            assertThat(inbox().resolve("numbers.csv")).hasBinaryContent(content);
        }
    }

    @Test
    void MSG_04_an_album_is_one_turn() throws Exception {
        try (TalkBot bot = new TalkBot(folder, BatchWindow.of(Duration.ofSeconds(3)))) {
            bot.ann.sendsAlbum("Compare:\nhistory", List.of(picture(1), picture(2), picture(3)));
            String answer = bot.saysSomethingWith("Compare:").text();
            await("the turn is counted")
                    .atMost(LIMIT)
                    .until(() -> bot.session("default").turns() > 0);

            assertThat(answer.split("@\"inbox/", -1))
                    .as("three files in one prompt")
                    .hasSize(4);
            try (Stream<Path> files = Files.list(inbox())) {
                assertThat(files).hasSize(3);
            }
            assertThat(bot.session("default").turns()).isEqualTo(1);
        }
    }

    private Path inbox() {
        return folder.resolve("home/sessions/default/inbox");
    }

    private static byte[] picture(int width) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 8, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        return jpeg.toByteArray();
    }
}
