package io.github.claudebridge.telegram.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.log.UsageReport;
import io.github.claudebridge.telegram.testing.SentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that hand out files, logs and numbers. */
class FileCommandsTest {

    @TempDir
    Path folder;

    private TalkBot bot;

    @BeforeEach
    void start() {
        bot = new TalkBot(folder);
        bot.ann.sends("/new work");
        bot.saysSomethingWith("Session work is ready");
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private Path inSession(String path) {
        return folder.resolve("home/sessions/work").resolve(path);
    }

    private SentFile file(String name) {
        return bot.says(message ->
                        message.file().filter(file -> file.name().equals(name)).isPresent())
                .file()
                .orElseThrow();
    }

    private void awaitLog(int turns) {
        Awaitility.await().atMost(TalkBot.LIMIT).until(() -> bot.session("work").turns() >= turns);
    }

    @Test
    void MSG_09_a_file_of_the_session_is_sent() throws IOException {
        Files.writeString(inSession("notes.txt"), "some notes");
        bot.ann.sends("/file notes.txt");

        assertThat(file("notes.txt").name()).isEqualTo("notes.txt");
    }

    @Test
    void a_link_out_of_the_session_is_not_followed() throws IOException {
        Files.createSymbolicLink(inSession("hosts"), Path.of("/etc/hosts"));
        bot.ann.sends("/file hosts");
        bot.saysSomethingWith("hosts");

        assertThat(bot.telegram.messages(TalkBot.ANN))
                .allMatch(message -> message.file().isEmpty());
    }

    @Test
    void I_18_a_file_from_elsewhere_is_asked_for() {
        bot.ann.sends("/file ../../../../../../../etc/passwd");
        bot.says(message -> message.button("Deny").isPresent());

        assertThat(bot.telegram.messages(TalkBot.ANN))
                .allMatch(message -> message.file().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "html", "json"})
    void the_log_is_sent_as_a_file(String format) {
        bot.ann.sends("say hello");
        bot.says("hello");
        awaitLog(1);
        bot.ann.sends("/export " + format);

        assertThat(file("work." + format).name()).endsWith(format);
    }

    @Test
    void the_form_of_an_export_is_chosen_by_button_or_refused() {
        bot.ann.sends("/export");
        bot.saysSomethingWith("In which form");
        bot.press("JSON");
        assertThat(file("work.json").name()).isEqualTo("work.json");
        bot.ann.sends("/export pdf");
        bot.saysSomethingWith("/export [md|html|json]");
    }

    @Test
    void what_was_said_is_found_and_leafed_through() {
        for (int i = 1; i <= 7; i++) {
            bot.ann.sends("say needle number " + i);
            bot.says("needle number " + i);
        }
        awaitLog(7);
        bot.ann.sends("/search needle number");
        long page = bot.saysSomethingWith("Found for").messageId();
        bot.press("Older ›");
        bot.says(message ->
                message.messageId() == page && message.button("‹ Newer").isPresent());
        bot.ann.sends("/search no such words");

        assertThat(bot.saysSomethingWith("was not found").text()).contains("no such words");
    }

    @Test
    void the_usage_is_told_with_a_picture() {
        bot.ann.sends("/usage");
        bot.saysSomethingWith("Nothing was used yet");
        bot.ann.sends("say hello");
        bot.says("hello");
        awaitLog(1);
        Awaitility.await().atMost(TalkBot.LIMIT).until(this::isUsageLogged);
        bot.ann.sends("/usage");
        String told = bot.saysSomethingWith("In all").text();

        assertThat(told).contains("Today", "work", "1 turn", "tokens");
    }

    private boolean isUsageLogged() {
        return UsageReport.of(bot.store.get(SessionName.of("work")), ZoneId.systemDefault())
                        .total()
                        .turns()
                > 0;
    }

    @Test
    void sharing_is_for_numbers_of_people() {
        bot.ann.sends("/share Bob");
        bot.saysSomethingWith("/share <user number>");
        bot.ann.sends("/share 8");
        bot.saysSomethingWith("shared with 8");
        assertThat(bot.store.grants().of(SessionName.of("work")).sharedWith()).containsExactly(8L);
        bot.ann.sends("/unshare 8");
        bot.saysSomethingWith("not shared with 8");
        assertThat(bot.store.grants().of(SessionName.of("work")).sharedWith()).isEmpty();
    }
}
