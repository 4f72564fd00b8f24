package io.github.claudebridge.telegram.talk;

import static io.github.claudebridge.telegram.talk.TalkBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requirements about output modes, against the strict fake Telegram and the fake CLI. */
class OutRequirementsTest {

    @TempDir
    Path folder;

    @Test
    void OUT_01_by_default_the_answer_comes_alone_and_rings() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("thinking hm ++ say hello");
            SentMessage answer = bot.says("hello");
            assertThat(answer.silent()).isFalse();
            assertThat(bot.texts()).containsExactly("hello");
        }
    }

    @Test
    void OUT_01_a_very_long_answer_is_its_beginning_and_a_file() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("long 4000 0");
            SentMessage file = bot.says(message -> message.file().isPresent());
            String content =
                    new String(bot.telegram.file(file.file().orElseThrow().fileId()), StandardCharsets.UTF_8);

            assertThat(bot.says(message -> message.text().startsWith("word1 ")).text())
                    .endsWith("answer.md");
            assertThat(content).startsWith("word1 ").endsWith("word4000");
            assertThat(file.silent()).isTrue();
        }
    }

    @Test
    void OUT_02_verbose_shows_tools_and_results_silently_and_ends_with_a_line_that_rings() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("/new work");
            bot.ann.sends("/verbose");
            bot.saysSomethingWith("verbose");
            bot.ann.sends("say I look ++ tool Bash echo found ;; say it is there");
            SentMessage closing = bot.saysSomethingWith("✓ Done");

            assertThat(closing.silent()).isFalse();
            assertThat(String.join("\n", bot.texts())).contains("I look", "Running echo found", "found", "it is there");
            assertThat(bot.telegram.messages(ANN).stream()
                            .filter(message -> message.text().contains("Running echo found")))
                    .allMatch(SentMessage::silent);
        }
    }

    @Test
    void OUT_03_smart_shows_a_screen_of_a_long_answer_and_all_of_it_as_a_file() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("/new work");
            bot.ann.sends("/smart");
            bot.saysSomethingWith("smart");
            bot.ann.sends("long 400 0");
            SentMessage head = bot.says(message -> message.text().startsWith("word1 "));

            assertThat(head.text().length()).isLessThan(1_200);
            assertThat(bot.says(message -> message.file().isPresent())
                            .file()
                            .orElseThrow()
                            .name())
                    .contains("answer.md");
        }
    }

    @Test
    void OUT_04_modes_belong_to_the_session_and_the_same_command_goes_back() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("/new one");
            bot.ann.sends("/verbose");
            bot.saysSomethingWith("verbose");
            assertThat(bot.session("one").outputMode()).isEqualTo(OutputMode.VERBOSE);
            bot.ann.sends("/new two");
            bot.saysSomethingWith("two is ready");
            assertThat(bot.session("two").outputMode()).isEqualTo(OutputMode.DEFAULT);
            bot.ann.sends("/session one");
            bot.ann.sends("/verbose");
            bot.saysSomethingWith("Output of one: default");
            assertThat(bot.session("one").outputMode()).isEqualTo(OutputMode.DEFAULT);
        }
    }
}
