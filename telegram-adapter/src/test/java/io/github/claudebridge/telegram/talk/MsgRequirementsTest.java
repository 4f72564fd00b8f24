package io.github.claudebridge.telegram.talk;

import static io.github.claudebridge.telegram.talk.TalkBot.ANN;
import static io.github.claudebridge.telegram.talk.TalkBot.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.testing.ChatAction;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requirements about messages, against the strict fake Telegram and the fake CLI. */
class MsgRequirementsTest {

    @TempDir
    Path folder;

    @Test
    void MSG_01_one_process_takes_many_messages_and_answers_in_the_same_chat() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("say one");
            bot.says("one");
            Long pid = bot.session("default").pid();
            bot.ann.sends("say two");
            bot.says("two");

            assertThat(bot.session("default").pid()).isEqualTo(pid);
            await("the turn is counted")
                    .atMost(LIMIT)
                    .until(() -> bot.session("default").turns() == 2);
        }
    }

    @Test
    void MSG_02_typing_is_visible_for_the_whole_turn_and_not_after_it() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("slow 9 done");
            Instant answered = bot.saysSomethingWith("done").sentAt();
            Instant later = answered.plus(Duration.ofSeconds(7));
            await("the time of another sign")
                    .atMost(LIMIT)
                    .until(() -> Instant.now().isAfter(later));
            List<Instant> signs =
                    bot.telegram.chatActions(ANN).stream().map(ChatAction::at).toList();

            assertThat(signs).hasSizeGreaterThanOrEqualTo(2);
            assertThat(signs)
                    .as("one may have been on its way")
                    .allMatch(sign -> sign.isBefore(answered.plus(Duration.ofSeconds(2))));
        }
    }

    @Test
    void MSG_03_the_tool_that_runs_is_on_the_first_line_of_the_draft() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("tool Bash sleep 6; echo ok ;; say done");
            bot.telegram.await(
                    "the draft with the tool",
                    LIMIT,
                    () -> bot.telegram.drafts(ANN).stream()
                            .anyMatch(draft -> draft.text().startsWith("Running sleep 6; echo ok")));
            assertThat(bot.saysSomethingWith("done").text()).contains("1 tool", "Ran sleep 6");
            bot.telegram.await(
                    "the end of the draft",
                    LIMIT,
                    () -> bot.telegram.drafts(ANN).isEmpty());
        }
    }

    @Test
    void MSG_05_quick_messages_become_one_prompt() {
        try (TalkBot bot = new TalkBot(folder, BatchWindow.of(Duration.ofSeconds(5)))) {
            bot.ann.sends("say one");
            bot.ann.sends("two");
            assertThat(bot.saysSomethingWith("one").text()).contains("two");
            await("the turn is counted")
                    .atMost(LIMIT)
                    .until(() -> bot.session("default").turns() == 1);
        }
    }

    @Test
    void MSG_05_a_bot_that_ends_while_messages_are_gathered_loses_none() {
        FakeTelegram telegram = FakeTelegram.builder().strict().start();
        TalkBot first = new TalkBot(folder, BatchWindow.of(Duration.ofSeconds(10)), telegram);
        first.ann.sends("say one");
        first.ann.sends("say two");
        telegram.await(
                "the updates are taken",
                LIMIT,
                () -> first.journal.updates().open().size() == 2);
        first.stop();
        try (TalkBot bot = new TalkBot(folder, BatchWindow.NONE, telegram)) {
            bot.says("one");
            bot.says("two");
            assertThat(bot.texts()).containsOnlyOnce("one", "two");
        }
    }

    @Test
    void MSG_06_a_message_that_comes_while_claude_works_is_seen_to_wait_and_can_be_sent_into_the_turn()
            throws Exception {
        try (TalkBot bot = TalkBot.withShell(folder)) {
            bot.ann.sends(TalkBot.UNTIL_RELEASED + " ;; say first");
            bot.telegram.await(
                    "the tool in the draft",
                    LIMIT,
                    () -> bot.telegram.drafts(ANN).stream()
                            .anyMatch(draft -> draft.text().startsWith("Running until")));
            long second = bot.ann.sends("say second");
            bot.telegram.await(
                    "the receipt",
                    LIMIT,
                    () -> bot.telegram.reaction(ANN, second).filter("✍"::equals).isPresent());
            bot.says(message -> message.button("Send now").isPresent());
            bot.press("Send now");
            bot.telegram.await(
                    "the message in the turn",
                    LIMIT,
                    () -> bot.telegram.reaction(ANN, second).filter("⚡"::equals).isPresent());
            bot.release("default");
            bot.telegram.await(
                    "its end",
                    LIMIT,
                    () -> bot.telegram
                            .reaction(ANN, second)
                            .filter("👍"::equals)
                            .isPresent());

            bot.saysSomethingWith("first");
            await("the turn is counted")
                    .atMost(LIMIT)
                    .until(() -> bot.session("default").turns() == 1);
        }
    }

    @Test
    void MSG_06_a_message_that_waits_can_be_dropped() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("slow 600 first");
            bot.telegram.await(
                    "the draft", LIMIT, () -> !bot.telegram.drafts(ANN).isEmpty());
            bot.ann.sends("say second");
            bot.says(message -> message.button("Drop").isPresent());
            bot.press("Drop");
            bot.ann.sends("/stop");
            bot.says("Stopping.");
            bot.ann.sends("say third");
            bot.says("third");
            assertThat(bot.texts()).doesNotContain("second");
        }
    }

    @Test
    void MSG_06_stop_ends_the_turn_by_command_and_by_the_button_of_the_draft_and_what_waits_comes_next() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("slow 600");
            bot.telegram.await(
                    "the draft", LIMIT, () -> !bot.telegram.drafts(ANN).isEmpty());
            bot.ann.sends("say next");
            bot.ann.sends("/stop");
            bot.saysSomethingWith("/stop all");
            bot.says("next");

            bot.ann.sends("slow 600");
            bot.telegram.await(
                    "the draft", LIMIT, () -> !bot.telegram.drafts(ANN).isEmpty());
            bot.ann.stopsDraft();
            bot.says("Stopping.");
            bot.ann.sends("say still here");
            bot.says("still here");
        }
    }

    @Test
    void stop_says_so_when_nothing_runs() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("say hello");
            bot.says("hello");
            bot.ann.sends("/stop");
            bot.says("Nothing is running.");
        }
    }

    @Test
    void a_message_that_is_edited_before_its_turn_says_the_new_text_and_later_it_is_too_late() {
        try (TalkBot bot = new TalkBot(folder)) {
            long first = bot.ann.sends("slow 600 first");
            bot.telegram.await(
                    "the draft", LIMIT, () -> !bot.telegram.drafts(ANN).isEmpty());
            long second = bot.ann.sends("say tpyo");
            bot.telegram.await(
                    "the receipt",
                    LIMIT,
                    () -> bot.telegram.reaction(ANN, second).isPresent());
            bot.ann.edits(second, "say typo");
            bot.saysSomethingWith("Changed");
            bot.ann.edits(first, "slow 1 other");
            bot.saysSomethingWith("too late");

            bot.ann.sends("/stop");
            bot.says("typo");
            assertThat(bot.texts()).doesNotContain("tpyo");
        }
    }

    @Test
    void the_receipt_at_a_message_tells_done_and_failed() {
        try (TalkBot bot = new TalkBot(folder)) {
            long good = bot.ann.sends("say hello");
            bot.telegram.await(
                    "done",
                    LIMIT,
                    () -> bot.telegram.reaction(ANN, good).filter("👍"::equals).isPresent());
            long bad = bot.ann.sends("error 400");
            bot.telegram.await(
                    "failed",
                    LIMIT,
                    () -> bot.telegram.reaction(ANN, bad).filter("😢"::equals).isPresent());
            assertThat(bot.texts()).contains("hello");
        }
    }

    @Test
    void MSG_01_messages_that_come_at_once_start_one_process_and_are_answered_in_order() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("say first");
            bot.ann.sends("say second");
            bot.ann.sends("say third");
            bot.saysSomethingWith("third");

            assertThat(bot.texts().stream().map(text -> text.lines().findFirst().orElse("")))
                    .containsSubsequence("first", "second", "third");
            assertThat(bot.processes("default")).hasSize(1);
        }
    }

    @Test
    void MSG_07_a_turn_whose_process_dies_is_noticed_and_one_that_goes_on_is_not_ended() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("say half of it ++ crash 3");
            assertThat(bot.says(message -> message.button("Retry").isPresent()).text())
                    .contains("say half of it");
            bot.press("Drop");
            bot.ann.sends("stall 3 so slow ++ stall 3 and yet at its end");

            assertThat(bot.saysSomethingWith("and yet at its end").silent()).isFalse();
        }
    }
}
