package io.github.claudebridge.telegram.talk;

import static io.github.claudebridge.telegram.talk.TalkBot.ANN;
import static io.github.claudebridge.telegram.talk.TalkBot.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.testing.Button;
import io.github.claudebridge.telegram.testing.FakeGroup;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.SentMessage;
import io.github.claudebridge.telegram.testing.Speaker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What should not happen and does, in the whole bot. */
class BadInputRequirementsTest {

    private static final long EVE = 666;
    private static final TalkSettings AT_ONCE = TalkSettings.DEFAULT.with(BatchWindow.NONE);

    @TempDir
    Path folder;

    @Test
    void two_chats_on_one_session_get_each_the_answers_to_what_was_written_there() {
        try (TalkBot bot = new TalkBot(folder)) {
            FakeGroup group = bot.telegram.supergroup(-1_001, "Team");
            Speaker inGroup = bot.ann.in(group);
            bot.ann.sends("/new work");
            bot.saysSomethingWith("work is ready");
            inGroup.sends("/session@" + bot.telegram.botUsername() + " work");
            bot.telegram.awaitMessage(-1_001, LIMIT, message -> message.text().contains("Now talking to work"));
            bot.ann.sends("slow 2 for the private chat");
            bot.awaitWork();
            inGroup.sends("@" + bot.telegram.botUsername() + " \nsay for the group");

            bot.saysSomethingWith("for the private chat");
            bot.telegram.awaitMessage(-1_001, LIMIT, message -> message.text().contains("for the group"));
            assertThat(bot.texts()).noneMatch(text -> text.contains("for the group"));
            assertThat(bot.telegram.messages(-1_001))
                    .noneMatch(message -> message.text().contains("for the private"));
        }
    }

    @Test
    void a_folder_that_is_deleted_in_the_middle_of_a_turn_is_told_and_its_process_is_ended() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("/new work");
            bot.ann.sends("say hello");
            bot.saysSomethingWith("hello");
            ProcessHandle claude = ProcessHandle.of(
                            Objects.requireNonNull(bot.session("work").pid()))
                    .orElseThrow();
            bot.ann.sends("say I begin now ++ stall 5 finished all the same");
            bot.telegram.await(
                    "the draft of the turn",
                    LIMIT,
                    () -> bot.telegram.drafts(ANN).stream()
                            .anyMatch(draft -> draft.text().contains("I begin")));
            bot.store.delete(SessionName.of("work"));
            bot.saysSomethingWith("finished all the same");
            bot.ann.sends("say again");

            assertThat(bot.saysSomethingWith("work is not there any more").text())
                    .contains("/new");
            await().atMost(LIMIT).until(() -> !claude.isAlive());
        }
    }

    @Test
    void a_claude_that_vanished_is_told_and_the_message_can_be_sent_again_when_it_is_back() throws Exception {
        Path cli = CliScript.in(folder, FakeClaude.command());
        try (TalkBot bot = new TalkBot(folder, List.of(cli.toString()), AT_ONCE)) {
            Path away = Files.move(cli, folder.resolve("moved-away"));
            bot.ann.sends("say hello");
            SentMessage told = bot.saysSomethingWith(cli.toString());
            assertThat(told.silent()).isFalse();
            Files.move(away, cli);
            bot.ann.sends("say back again");

            assertThat(bot.saysSomethingWith("back again").silent()).isFalse();
        }
    }

    @Test
    void a_claude_that_is_too_old_is_told_with_its_version() {
        Path cli = CliScript.in(folder, FakeClaude.setup().version("1.0.40").command());
        try (TalkBot bot = new TalkBot(folder, List.of(cli.toString()), AT_ONCE)) {
            bot.ann.sends("say hello");

            assertThat(bot.saysSomethingWith("1.0.40").silent()).isFalse();
            assertThat(bot.texts()).doesNotContain("hello");
        }
    }

    @Test
    void a_claude_that_is_not_logged_in_says_how_to_log_in_and_a_model_that_there_is_not_how_to_choose_another() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("error 403");
            assertThat(bot.saysSomethingWith("not logged in").text()).contains("/login");
            bot.ann.sends("error 404");

            assertThat(bot.saysSomethingWith("/model").silent()).isFalse();
        }
    }

    @Test
    void a_process_that_dies_in_the_middle_of_a_turn_leaves_the_decision_to_the_user() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("say half of it ++ crash 3");
            SentMessage question = bot.says(message -> message.button("Retry").isPresent());
            assertThat(question.silent()).isFalse();
            bot.press("Drop");
            bot.ann.sends("say next");

            assertThat(bot.saysSomethingWith("next").silent()).isFalse();
        }
    }

    @Test
    void a_button_that_is_pressed_twice_counts_once() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("tool Bash touch one ;; tool Bash touch two ;; say the end");
            SentMessage question = bot.says(message -> message.button("Allow").isPresent());
            String data = question.button("Allow").map(Button::value).orElseThrow();
            bot.press("Allow");
            bot.ann.pressesForgotten(question.messageId(), data);
            bot.says(message -> message.messageId() != question.messageId()
                    && message.button("Allow").isPresent());
            bot.press("Deny");
            bot.saysSomethingWith("the end");

            assertThat(work().resolve("one")).exists();
            assertThat(work().resolve("two"))
                    .as("what the second press would have allowed")
                    .doesNotExist();
        }
    }

    @Test
    void a_button_that_a_stranger_presses_decides_nothing() {
        try (TalkBot bot = new TalkBot(folder)) {
            FakeGroup group = bot.telegram.supergroup(-1_001, "Team");
            Speaker eve = bot.telegram.user(EVE, "Eve").in(group);
            eve.sends("hello everybody");
            bot.ann.in(group).sends("@" + bot.telegram.botUsername() + " \ntool Bash touch one ;; say the end");
            SentMessage question = bot.telegram.awaitMessage(
                    -1_001, LIMIT, message -> message.button("Allow").isPresent());
            eve.presses(question.messageId(), "Allow");
            bot.ann.in(group).presses(question.messageId(), "Deny");
            bot.telegram.awaitMessage(-1_001, LIMIT, message -> message.text().contains("the end"));

            assertThat(work().resolve("one")).doesNotExist();
            assertThat(bot.telegram.messages(EVE)).isEmpty();
        }
    }

    @Test
    void a_button_that_is_pressed_after_a_restart_is_explained_and_decides_nothing() {
        FakeTelegram telegram = FakeTelegram.builder().strict().start();
        TalkBot first = new TalkBot(folder, BatchWindow.NONE, telegram);
        first.ann.sends("tool Bash touch one ;; say the end");
        SentMessage question = first.says(message -> message.button("Allow").isPresent());
        String data = question.button("Allow").map(Button::value).orElseThrow();
        first.stop();
        try (TalkBot bot = new TalkBot(folder, BatchWindow.NONE, telegram)) {
            SentMessage closed = bot.says(message -> message.messageId() == question.messageId()
                    && message.buttons().isEmpty());
            assertThat(closed.text()).contains("The bot was stopped");
            bot.ann.pressesForgotten(question.messageId(), data);
            bot.ann.sends("say on");
            bot.saysSomethingWith("on");

            assertThat(work().resolve("one")).doesNotExist();
            assertThat(telegram.messages(ANN))
                    .noneMatch(message -> message.text().contains("the end"));
        }
    }

    private Path work() {
        return folder.resolve("home/sessions/default");
    }
}
