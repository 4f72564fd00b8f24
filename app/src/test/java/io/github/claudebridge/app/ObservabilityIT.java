package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the bot looks to programs that watch it. */
class ObservabilityIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final FakeTelegram telegram = FakeTelegram.start();
    private final FakeUser ann = telegram.user(BotHome.ANN, "Ann");
    private BotHome home;
    private int port;

    @BeforeEach
    void configure() throws Exception {
        home = BotHome.configure(
                folder.resolve("home"),
                telegram,
                FakeClaude.command(),
                Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString()));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        add("[metrics]\nlisten = \"127.0.0.1:" + port + "\"\n");
    }

    @AfterEach
    void end() {
        telegram.close();
    }

    private void add(String toml) throws IOException {
        Path config = home.folder().resolve("config.toml");
        Files.writeString(config, Files.readString(config) + toml);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void health_and_metrics_tell_what_was_done() throws Exception {
        try (BotProcess bot = home.run()) {
            ann.sends("say hello");
            telegram.awaitMessage(BotHome.ANN, LIMIT, message -> message.text().contains("hello"));
            await("the turn is counted")
                    .atMost(LIMIT)
                    .until(() -> get("/metrics").body(), text -> text.contains("claude_bridge_turns_total{"));

            assertThat(get("/metrics").body())
                    .containsPattern(
                            "claude_bridge_telegram_calls_total\\{method=\"sendmessage\",status=\"200\"} [1-9]")
                    .contains("claude_bridge_turn_seconds_count 1", "claude_bridge_claude_processes 1.0")
                    .contains("claude_bridge_reading 1.0")
                    .containsPattern("claude_bridge_resident_bytes [1-9]")
                    .doesNotContain(telegram.token());
            assertThat(get("/health").statusCode()).isEqualTo(200);
            assertThat(new ObjectMapper()
                            .readTree(get("/health").body())
                            .path("journal")
                            .asBoolean())
                    .isTrue();
            assertThat(get("/other").statusCode()).isEqualTo(404);
            assertThat(bot.errors()).contains("Health and metrics are served");
        }
    }

    @Test
    void a_port_that_is_taken_is_told_and_ends_the_start() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                BotProcess bot = home.run()) {
            assertThat(bot.exitCode()).isEqualTo(73);
            assertThat(bot.errors()).contains("metrics.listen", String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void the_log_is_json_where_that_is_configured_and_sighup_changes_its_level() throws Exception {
        add("[log]\nformat = \"json\"\n");
        try (BotProcess bot = home.run()) {
            await("it runs").atMost(LIMIT).until(() -> bot.errors().contains("This bot is"));
            for (String line : bot.errors().lines().toList()) {
                assertThat(new ObjectMapper().readTree(line).path("level").asText())
                        .isNotEmpty();
            }
            Path config = home.folder().resolve("config.toml");
            Files.writeString(
                    config,
                    Files.readString(config).replace("format = \"json\"", "format = \"json\"\nlevel = \"debug\""));
            await("it is ready").atMost(LIMIT).until(() -> get("/health").statusCode() == 200);
            new ProcessBuilder("kill", "-HUP", Long.toString(bot.pid())).start().waitFor();
            await("the level has changed")
                    .atMost(LIMIT)
                    .until(() -> bot.errors().contains("In force now: log.level"));
        }
    }
}
