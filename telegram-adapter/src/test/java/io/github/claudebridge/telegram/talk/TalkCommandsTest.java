package io.github.claudebridge.telegram.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that set and show how the talk with Claude goes. */
class TalkCommandsTest {

    @TempDir
    Path folder;

    private TalkBot bot;

    @BeforeEach
    void start() {
        bot = new TalkBot(folder);
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void LIFE_04_the_timeout_is_shown_with_buttons_and_set_from_1_to_120_minutes() {
        bot.ann.sends("/timeout");
        bot.saysSomethingWith("suspended after 10 minutes");
        bot.press("30 minutes");
        bot.saysSomethingWith("awake for 30 minutes");
        bot.ann.sends("/timeout 120");
        bot.saysSomethingWith("awake for 120 minutes");

        assertThat(bot.session("default").idleTimeout()).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"banana", "0", "121", "-5", "99999999999", "1.5"})
    void LIFE_04_what_is_no_number_of_minutes_is_refused_with_an_example(String minutes) {
        bot.ann.sends("/timeout " + minutes);

        assertThat(bot.saysSomethingWith("from 1 to 120").text()).contains("/timeout 30");
        assertThat(bot.session("default").idleTimeout()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void SESS_08_a_persona_is_chosen_by_button_and_by_name() {
        bot.ann.sends("/persona");
        bot.saysSomethingWith("default has the persona default");
        bot.press("planner");
        bot.saysSomethingWith("has the persona planner");
        bot.ann.sends("/persona nosuch");
        bot.saysSomethingWith("nosuch");

        assertThat(bot.session("default").persona()).isEqualTo("planner");
        assertThat(bot.store.get(SessionName.of("default")).persona().name()).isEqualTo("planner");
    }

    @Test
    void the_status_tells_about_the_session_and_the_bot() {
        bot.ann.sends("say hello");
        bot.says("hello");
        bot.ann.sends("/status");

        assertThat(bot.saysSomethingWith("Session: default").text())
                .contains(
                        "State: ",
                        "Process: ",
                        "Model: ",
                        "Mode: ask",
                        "Sleeps after: 10 minutes",
                        "Folder: ",
                        "Bot: ");
    }

    @Test
    void the_context_is_shown_with_a_bar() {
        bot.ann.sends("/context");
        bot.saysSomethingWith("Nothing was said");
        bot.ann.sends("say hello");
        bot.says("hello");
        bot.ann.sends("/context");

        assertThat(bot.saysSomethingWith("tokens").text()).contains("░", "%");
    }

    @Test
    void the_history_is_summarised_by_claude() {
        bot.ann.sends("/compact");
        bot.saysSomethingWith("Nothing was said");
        bot.ann.sends("say hello");
        bot.says("hello");
        bot.ann.sends("/compact keep the numbers");

        assertThat(bot.saysSomethingWith("The history was summarised").text()).contains("tokens");
    }

    @Test
    void the_history_is_forgotten_after_a_yes_only() {
        bot.ann.sends("say a secret word");
        bot.says("a secret word");
        bot.ann.sends("/clear");
        bot.saysSomethingWith("Shall Claude forget");
        bot.press("Keep it");
        bot.saysSomethingWith("Nothing was forgotten");
        bot.ann.sends("/clear");
        bot.says(message -> message.button("Forget it").isPresent());
        bot.press("Forget it");
        bot.saysSomethingWith("Claude starts afresh");
        bot.ann.sends("history");

        assertThat(bot.says(message -> message.text().startsWith("history")
                                || message.text().contains("nothing"))
                        .text())
                .doesNotContain("a secret word");
    }

    @Test
    void a_ping_is_answered_with_the_time_it_took() {
        bot.ann.sends("/ping");
        bot.says("Pong.");

        assertThat(bot.saysSomethingWith("Telegram took").text()).contains("ms");
    }

    @Test
    void help_explains_one_command_with_examples() {
        bot.ann.sends("/help /archive");
        assertThat(bot.saysSomethingWith("Put a session away").text())
                .contains("/archive [session]", "It asks before", "/archive website");
        bot.ann.sends("/help arcive");
        assertThat(bot.saysSomethingWith("no command /arcive").text()).contains("/archive");
    }
}
