package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilesTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final FakeTelegram telegram = FakeTelegram.builder().clock(clock).start();
    private final BotClient bot = new BotClient(telegram);
    private final FakeUser ann = telegram.user(7, "Ann");

    FilesTest() {
        ann.sends("/start");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void a_document_arrives_with_name_caption_and_every_byte() {
        byte[] content = new byte[70_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 31);
        }
        assertThat(document(content, "*why*")).isEqualTo("ok");

        SentMessage message = telegram.messages(7).get(0);
        SentFile file = message.file().orElseThrow();
        assertThat(file.kind()).isEqualTo("document");
        assertThat(file.name()).isEqualTo("document.bin");
        assertThat(telegram.file(file.fileId())).isEqualTo(content);
        assertThat(message.text()).isEqualTo("why");
        assertThat(message.entities()).containsExactly(TextEntity.of("bold", 0, 3));
    }

    @Test
    void files_that_are_missing_empty_or_no_picture_are_refused() {
        assertThat(document(new byte[0], "")).isEqualTo("400 Bad Request: file must be non-empty");
        assertThat(bot.call("sendDocument", "chat_id", 7).outcome())
                .isEqualTo("400 Bad Request: there is no document in the request");
        assertThat(bot.call("sendDocument", "chat_id", 7, "document", "attach://nothing")
                        .outcome())
                .isEqualTo("400 Bad Request: wrong file identifier/HTTP URL specified");
        assertThat(photo(new byte[] {1, 2, 3})).isEqualTo("400 Bad Request: IMAGE_PROCESS_FAILED");
        assertThat(document(new byte[1], "x".repeat(1025))).isEqualTo("400 Bad Request: message caption is too long");
    }

    @Test
    void a_photo_comes_in_two_sizes_and_can_be_sent_again_by_its_identifier() throws IOException {
        assertThat(photo(png(400, 200))).isEqualTo("ok");
        String id = telegram.messages(7).get(0).file().orElseThrow().fileId();

        JsonNode again = bot.call("sendPhoto", "chat_id", 7, "photo", id).result();
        assertThat(again.path("photo")).hasSize(2);
        assertThat(again.path("photo").path(1).path("width").asInt()).isEqualTo(400);
        assertThat(bot.call("sendDocument", "chat_id", 7, "document", id).outcome())
                .isEqualTo("400 Bad Request: type of file mismatch");
    }

    @Test
    void an_album_is_several_messages_with_one_identifier() throws IOException {
        byte[] picture = png(10, 10);
        String media = "[{\"type\":\"photo\",\"media\":\"attach://a\",\"caption\":\"both\"},"
                + "{\"type\":\"photo\",\"media\":\"attach://b\"}]";
        JsonNode result = bot.upload(
                        "sendMediaGroup", Map.of("chat_id", "7", "media", media), Map.of("a", picture, "b", picture))
                .result();

        assertThat(result).hasSize(2);
        List<SentMessage> album = telegram.messages(7);
        assertThat(album).extracting(SentMessage::text).containsExactly("both", "");
        assertThat(album.get(0).albumId()).isPresent().isEqualTo(album.get(1).albumId());
    }

    @Test
    void albums_of_one_and_mixed_albums_are_refused() {
        assertThat(album("[{\"type\":\"photo\",\"media\":\"x\"}]")).startsWith("400 ");
        assertThat(album("[{\"type\":\"photo\",\"media\":\"x\"},{\"type\":\"document\",\"media\":\"y\"}]"))
                .isEqualTo("400 Bad Request: document and audio can't be mixed with other media types");
        assertThat(album("nonsense")).isEqualTo("400 Bad Request: can't parse media JSON object");
    }

    @Test
    void what_people_send_can_be_loaded_for_an_hour() {
        ann.sendsDocument("a b.log", "text/plain", new byte[] {1, 2, 3}, "why?");
        JsonNode message = lastUpdate();
        assertThat(message.path("caption").asText()).isEqualTo("why?");

        JsonNode file = bot.call(
                        "getFile",
                        "file_id",
                        message.path("document").path("file_id").asText())
                .result();
        String link =
                "/file/bot" + telegram.token() + "/" + file.path("file_path").asText();
        assertThat(bot.get(link).body()).containsExactly(1, 2, 3);
        clock.advance(Duration.ofMinutes(61));
        assertThat(bot.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void files_above_20_megabytes_cannot_be_loaded() {
        ann.sendsHugeDocument("film.mkv", 4L << 30);
        String id = lastUpdate().path("document").path("file_id").asText();
        assertThat(bot.call("getFile", "file_id", id).outcome()).isEqualTo("400 Bad Request: file is too big");
        assertThat(bot.call("getFile", "file_id", "none").outcome())
                .isEqualTo("400 Bad Request: wrong file_id or the file is temporarily unavailable");
    }

    @Test
    void people_send_voice_and_albums() throws IOException {
        ann.sendsVoice(new byte[] {9}, Duration.ofSeconds(4));
        assertThat(lastUpdate().path("voice").path("duration").asInt()).isEqualTo(4);

        ann.sendsAlbum("two", List.of(png(5, 5), png(6, 6)));
        JsonNode second = lastUpdate();
        assertThat(second.path("photo")).hasSize(2);
        assertThat(second.path("media_group_id").asText()).isNotEmpty();
        assertThat(second.has("caption")).isFalse();
    }

    private JsonNode lastUpdate() {
        JsonNode updates = bot.call("getUpdates").result();
        return updates.path(updates.size() - 1).path("message");
    }

    private String document(byte[] content, String caption) {
        Map<String, String> fields = Map.of("chat_id", "7", "caption", caption, "parse_mode", "MarkdownV2");
        return bot.upload("sendDocument", fields, Map.of("document", content)).outcome();
    }

    private String photo(byte[] content) {
        return bot.upload("sendPhoto", Map.of("chat_id", "7"), Map.of("photo", content))
                .outcome();
    }

    private String album(String media) {
        return bot.call("sendMediaGroup", "chat_id", 7, "media", media).outcome();
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
