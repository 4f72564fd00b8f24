package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLimitsTest {

    private static final int MEGABYTE = 1 << 20;

    private final FakeTelegram telegram = FakeTelegram.start();
    private final BotClient bot = new BotClient(telegram);

    FileLimitsTest() {
        telegram.user(7, "Ann").sends("/start");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void documents_above_50_megabytes_and_photos_above_10_are_refused() {
        assertThat(upload("sendDocument", "document", 50 * MEGABYTE + 1)).isEqualTo("413 Request Entity Too Large");
        assertThat(upload("sendDocument", "document", 50 * MEGABYTE)).isEqualTo("ok");
        assertThat(upload("sendPhoto", "photo", 10 * MEGABYTE + 1)).isEqualTo("400 Bad Request: IMAGE_PROCESS_FAILED");
    }

    @Test
    void an_album_of_eleven_is_refused() {
        assertThat(album(10)).isEqualTo("ok");
        assertThat(album(11)).startsWith("400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer.md", "a b (2).tar.gz", "Übersicht_2026-11.csv", "日本語.txt", "LICENSE"})
    void names_that_people_see_as_they_were_sent_raise_no_warning(String name) {
        send(name);
        assertThat(telegram.lint()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?.txt", "it's.md", "a&b.csv", "tab\there.txt", "🎉.txt", ".env", " .txt"})
    void names_that_the_server_changes_raise_a_warning(String name) {
        send(name);
        assertThat(telegram.lint()).singleElement().extracting(Lint::method).isEqualTo("sendDocument");
    }

    @Test
    void names_that_the_server_shortens_raise_a_warning() {
        send("x".repeat(60) + "." + "e".repeat(20));
        assertThat(telegram.lint()).isEmpty();
        send("x".repeat(61) + ".txt");
        send("x." + "e".repeat(21));
        assertThat(telegram.lint())
                .hasSize(2)
                .allSatisfy(lint -> assertThat(lint.message()).contains("is cut"));
    }

    @Test
    void a_file_is_known_by_the_same_identifiers_whenever_it_is_asked_for() {
        send("a.txt");
        String id = telegram.messages(7).get(0).file().orElseThrow().fileId();
        JsonNode file = bot.call("getFile", "file_id", id).result();
        assertThat(file.path("file_id").asText()).isEqualTo(id);
        assertThat(file.path("file_unique_id").asText()).isNotEmpty();
        assertThat(file.path("file_size").asLong()).isEqualTo(1);
        assertThat(file.path("file_path").asText()).matches("documents/file_\\d+\\.txt");
    }

    private void send(String name) {
        assertThat(bot.upload("sendDocument", Map.of("chat_id", "7"), "document", name, new byte[1])
                        .outcome())
                .isEqualTo("ok");
    }

    private String upload(String method, String part, int size) {
        return bot.upload(method, Map.of("chat_id", "7"), Map.of(part, new byte[size]))
                .outcome();
    }

    private String album(int size) {
        List<Map<String, String>> media = Collections.nCopies(size, Map.of("type", "document", "media", "attach://a"));
        Map<String, String> fields = Map.of("chat_id", "7", "media", BotClient.json(media));
        return bot.upload("sendMediaGroup", fields, Map.of("a", new byte[] {1})).outcome();
    }
}
