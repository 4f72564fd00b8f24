package io.github.claudebridge.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.app.config.ConfigLoader;
import io.github.claudebridge.app.config.Overrides;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.gateway.BotToken;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @TempDir
    Path folder;

    private final FakeTelegram telegram = FakeTelegram.builder().start();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aHealthyBot() throws IOException {
        environment.put("CLAUDE_BRIDGE_TELEGRAM_TOKEN", telegram.token());
        environment.put("CLAUDE_BRIDGE_TELEGRAM_API_ROOT", telegram.apiRoot().toString());
        environment.put("CLAUDE_BRIDGE_ALLOWED_USERS", "7");
        claude("2.1.330 (Claude Code)", "{\"loggedIn\":true,\"authMethod\":\"claude.ai\"}");
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void a_bot_that_can_work_has_no_failure_and_the_configuration_is_shown_without_the_secret() {
        List<Finding> findings = examine();

        assertThat(findings).extracting(Finding::level).doesNotContain(Level.FAILURE);
        assertThat(findings)
                .extracting(Finding::subject)
                .contains(
                        "Java", "Configuration", "Home", "Disk", "Sessions", "Bot", "Claude Code", "Login", "Telegram");
        assertThat(text(findings, "Configuration"))
                .contains("[7]", telegram.apiRoot().toString());
        assertThat(text(findings, "Claude Code")).startsWith("2.1.330");
        assertThat(findings.toString())
                .doesNotContain(telegram.token().substring(telegram.token().indexOf(':') + 1));
        assertThat(home()).doesNotExist();
    }

    @Test
    void without_a_token_the_rest_is_looked_at_all_the_same() {
        environment.remove("CLAUDE_BRIDGE_TELEGRAM_TOKEN");

        List<Finding> findings = examine();

        assertThat(failures(findings)).extracting(Finding::subject).containsExactly("Configuration");
        assertThat(findings)
                .extracting(Finding::subject)
                .contains("Claude Code", "Home")
                .doesNotContain("Telegram");
    }

    @Test
    void a_token_that_telegram_does_not_know_is_a_failure() {
        environment.put("CLAUDE_BRIDGE_TELEGRAM_TOKEN", "12345:abcdefghijklmnopqrstuvwxyz0123456789");

        assertThat(failures(examine())).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("Telegram");
            assertThat(finding.nextStep()).contains("@BotFather");
        });
    }

    @Test
    void a_telegram_that_does_not_answer_is_told_without_the_token() {
        telegram.close();

        List<Finding> findings = examine();

        assertThat(text(findings, "Telegram")).contains("does not answer");
        assertThat(findings.toString()).doesNotContain(telegram.token());
    }

    @Test
    void a_webhook_is_a_failure() throws Exception {
        URI set = telegram.apiRoot().resolve("/bot" + telegram.token() + "/setWebhook?url=https://example.org/hook");
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(set).build(), HttpResponse.BodyHandlers.discarding());

        assertThat(failures(examine()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("webhook"));
    }

    @Test
    void a_claude_that_is_not_logged_in_is_a_failure_with_the_way_to_log_in() throws IOException {
        claude("2.1.330 (Claude Code)", "{\"loggedIn\":false}");

        assertThat(failures(examine()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.nextStep()).contains("claude auth login"));
    }

    @Test
    void a_claude_that_is_too_old_is_a_failure() throws IOException {
        claude("1.0.20 (Claude Code)", "{\"loggedIn\":true}");

        assertThat(failures(examine()))
                .extracting(Finding::text)
                .singleElement()
                .asString()
                .contains("too old");
    }

    @Test
    void a_claude_newer_than_any_tested_is_a_warning() throws IOException {
        claude("99.0.0 (Claude Code)", "{\"loggedIn\":true}");

        assertThat(failures(examine())).isEmpty();
        assertThat(text(examine(), "Claude Code")).contains("newer");
    }

    @Test
    void a_state_folder_that_others_can_enter_is_a_warning() throws IOException {
        SessionStore.open(home());
        Files.setPosixFilePermissions(
                Files.createDirectories(home().resolve("state")), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(examine()).anySatisfy(finding -> {
            assertThat(finding.level()).isEqualTo(Level.WARNING);
            assertThat(finding.nextStep()).contains("chmod 700");
        });
    }

    @Test
    void a_damaged_session_is_named_and_the_others_are_counted() throws IOException {
        SessionStore store = SessionStore.open(home());
        store.create(SessionName.of("good"), "default");
        Path bad = store.create(SessionName.of("bad"), "default").directory();
        Files.writeString(bad.resolve("metadata.json"), "{");

        assertThat(examine())
                .filteredOn(finding -> finding.subject().equals("Sessions"))
                .extracting(Finding::text)
                .anySatisfy(text -> assertThat(text).contains("bad is damaged"))
                .anySatisfy(text -> assertThat(text).startsWith("1 can be read"));
    }

    @Test
    void a_bot_at_work_is_seen_by_its_lock() throws IOException {
        Path lock = Files.createDirectories(home().resolve("state")).resolve("bot.lock");
        assertThat(text(examine(), "Bot")).contains("has not run");

        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(text(examine(), "Bot")).isEqualTo("is not running");
            assertThat(channel.tryLock()).isNotNull();
            assertThat(text(examine(), "Bot")).isEqualTo("is running");
        }
    }

    @Test
    void a_clock_that_is_wrong_is_seen_by_the_date_of_telegram() {
        TelegramSettings settings = new TelegramSettings(BotToken.of(telegram.token()), telegram.apiRoot());
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));

        assertThat(new TelegramCheck(settings, wrong).look())
                .filteredOn(finding -> finding.subject().equals("Clock"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.WARNING));
        assertThat(new TelegramCheck(settings).look())
                .noneMatch(finding -> finding.subject().equals("Clock"));
    }

    @Test
    void a_configuration_that_others_can_read_is_a_warning_wherever_the_token_is() throws IOException {
        Path file = Files.writeString(
                Files.createDirectories(home()).resolve("config.toml"), "[claude]\nenvironment = { KEY = \"x\" }\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(examine())
                .anySatisfy(finding -> assertThat(finding.nextStep()).isEqualTo("Run: chmod 600 " + file));
    }

    private List<Finding> examine() {
        return new Doctor(new ConfigLoader(environment, folder)).examine(Overrides.NONE);
    }

    private Path home() {
        return folder.resolve("claude-bridge");
    }

    private void claude(String version, String login) throws IOException {
        Path script = folder.resolve("claude");
        Files.writeString(script, """
                #!/bin/sh
                if [ "$1" = auth ]; then echo '%s'; else echo '%s'; fi
                """.formatted(login, version));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        environment.put("CLAUDE_BRIDGE_CLAUDE_COMMAND", script.toString());
    }

    private static List<Finding> failures(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.level() == Level.FAILURE)
                .toList();
    }

    private static String text(List<Finding> findings, String subject) {
        return findings.stream()
                .filter(finding -> finding.subject().equals(subject))
                .map(Finding::text)
                .findFirst()
                .orElseThrow();
    }
}
