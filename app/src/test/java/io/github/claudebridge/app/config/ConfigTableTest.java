package io.github.claudebridge.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about the configuration is what the program reads. */
class ConfigTableTest {

    private static final String TOKEN = "12345:abcdefghijklmnopqrstuvwxyz0123456789";

    @TempDir
    Path home;

    private Config load(String content) throws Exception {
        Files.writeString(home.resolve("config.toml"), content);
        return new ConfigLoader(Map.of(), home).load(new Overrides(home, null, null, null, null));
    }

    private static Stream<String> keys(RecordComponent table) {
        return Map.class.isAssignableFrom(table.getType())
                ? Stream.of()
                : Arrays.stream(table.getType().getRecordComponents()).map(key -> table.getName() + "." + name(key));
    }

    private static String name(RecordComponent key) {
        JsonProperty other = key.getAccessor().getAnnotation(JsonProperty.class);
        return other == null ? key.getName() : other.value();
    }

    @Test
    void every_key_that_is_read_is_explained_and_no_other() {
        assertThat(ConfigTable.KEYS)
                .extracting(ConfigKey::name)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ConfigFile.class.getRecordComponents())
                        .flatMap(ConfigTableTest::keys)
                        .toList());
    }

    @Test
    void the_documentation_is_what_the_program_says() throws Exception {
        assertThat(Path.of("..", "docs", "configuration.md")).content().isEqualTo(ConfigReference.markdown());
    }

    @Test
    void the_sample_is_read_as_it_was_meant() throws Exception {
        Config config = load(new SampleConfig(
                        TOKEN, null, TelegramSettings.PUBLIC_API, List.of(7L, 5L), List.of("claude", "a \"b\" \\"))
                .text());

        assertThat(config.allowedUsers()).containsExactly(7L, 5L);
        assertThat(config.claude().words()).containsExactly("claude", "a \"b\" \\");
        assertThat(config.telegram())
                .isEqualTo(new TelegramSettings(config.telegram().token(), TelegramSettings.PUBLIC_API));
    }

    @Test
    void the_sample_s_comments_are_values_that_work() throws Exception {
        String sample =
                new SampleConfig(TOKEN, null, URI.create("http://127.0.0.1:1"), List.of(), List.of("claude")).text();
        Path tokenFile = Files.writeString(home.resolve("token"), TOKEN);

        Config config =
                load(sample.replaceAll("(?m)^#(?! )", "").replace("/etc/claude-bridge/token", tokenFile.toString()));

        assertThat(config.metrics()).isPresent();
    }
}
