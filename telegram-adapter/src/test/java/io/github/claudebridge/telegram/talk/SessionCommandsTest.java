package io.github.claudebridge.telegram.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that rename sessions, put them away and bring them back. */
class SessionCommandsTest {

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

    private void session(String name, String... prompts) {
        bot.ann.sends("/new " + name);
        bot.saysSomethingWith("Session " + name + " is ready");
        for (String prompt : prompts) {
            bot.ann.sends("say " + prompt);
            bot.says(prompt);
        }
    }

    private boolean isThere(String name) {
        return bot.store.find(SessionName.of(name)).isPresent();
    }

    @Test
    void SESS_09_a_session_is_archived_after_a_yes_and_comes_back_with_its_history() {
        session("work", "remember the milk");
        bot.ann.sends("/archive");
        bot.saysSomethingWith("Put work away?");
        bot.press("Archive work");
        bot.saysSomethingWith("work is archived: work-");
        assertThat(isThere("work")).isFalse();
        assertThat(bot.journal.activeSessions().of(TalkBot.ANN, 0)).isEmpty();

        bot.ann.sends("/archives");
        bot.saysSomethingWith("• work-");
        bot.ann.sends("/restore work");
        bot.saysSomethingWith("work is back");
        bot.ann.sends("history");
        assertThat(bot.saysSomethingWith("say remember the milk").text()).contains("remember the milk");
    }

    @Test
    void an_archive_is_chosen_by_button_and_restored_under_another_name_while_the_first_lives() {
        session("work", "one");
        bot.ann.sends("/archive work");
        bot.saysSomethingWith("Put work away?");
        bot.press("Archive work");
        bot.saysSomethingWith("work is archived");
        bot.ann.sends("/restore");
        String button =
                bot.saysSomethingWith("Which archive").buttons().get(0).get(0).text();
        bot.press(button);
        bot.saysSomethingWith("work is back");
        bot.ann.sends("/restore work");
        bot.saysSomethingWith("There is a session work already");
        bot.ann.sends("/restore work again");
        bot.saysSomethingWith("again is back");

        assertThat(List.of(isThere("work"), isThere("again"))).containsExactly(true, true);
    }

    @Test
    void an_archive_is_not_made_after_a_no_and_the_button_works_once() {
        session("work");
        bot.ann.sends("/archive");
        bot.saysSomethingWith("Put work away?");
        bot.press("Keep it");
        bot.saysSomethingWith("work stays as it is");

        assertThat(isThere("work")).isTrue();
    }

    @Test
    void what_claude_does_is_stopped_before_a_session_is_archived() {
        session("work");
        bot.ann.sends("hang");
        bot.awaitWork();
        bot.ann.sends("/archive");
        bot.saysSomethingWith("Put work away?");
        bot.press("Archive work");

        assertThat(bot.saysSomethingWith("work is archived").text()).doesNotContain("could not");
    }

    @Test
    void a_session_is_deleted_only_after_a_yes() {
        session("work", "one");
        bot.ann.sends("/delete");
        bot.saysSomethingWith("Delete work with all its files");
        assertThat(isThere("work")).isTrue();
        bot.press("Delete work");
        bot.saysSomethingWith("work is deleted");

        assertThat(isThere("work")).isFalse();
    }

    @Test
    void a_session_goes_on_with_its_history_under_another_name() {
        session("work", "remember the milk");
        bot.ann.sends("/rename shop");
        bot.saysSomethingWith("work is called shop now");
        bot.ann.sends("history");

        assertThat(bot.saysSomethingWith("say remember the milk").text()).contains("remember the milk");
        assertThat(bot.session("shop").turns()).isPositive();
    }

    @Test
    void a_name_that_is_nearly_right_is_guessed() {
        session("website");
        bot.ann.sends("/delete webiste");

        assertThat(bot.saysSomethingWith("There is no session webiste").text()).contains("Did you mean website?");
    }

    @Test
    void a_command_with_too_many_words_tells_how_it_goes() {
        bot.ann.sends("/rename a b c");

        assertThat(bot.saysSomethingWith("It goes like this").text()).contains("/rename [session] <new name>");
    }
}
