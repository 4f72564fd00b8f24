package io.github.claudebridge.telegram.talk;

import static io.github.claudebridge.telegram.talk.TalkBot.ANN;
import static io.github.claudebridge.telegram.talk.TalkBot.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.LogEntry;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requirements about sessions as they are felt in the chat. */
class SessRequirementsTest {

    @TempDir
    Path folder;

    @Test
    void SESS_04_a_message_in_a_chat_without_a_session_waits_for_a_button() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.store.create(SessionName.of("work"), "default");
            bot.ann.sends("say hello");
            bot.says(message -> message.button("work").isPresent());
            bot.press("work");

            bot.says("hello");
            assertThat(bot.journal.activeSessions().of(ANN, 0)).contains("work");
        }
    }

    @Test
    void SESS_02_only_the_session_in_front_streams_and_the_other_answers_under_its_name() throws Exception {
        try (TalkBot bot = TalkBot.withShell(folder)) {
            bot.ann.sends("/new one");
            bot.saysSomethingWith("one is ready");
            bot.ann.sends(TalkBot.UNTIL_RELEASED + " ;; say from one");
            bot.telegram.await(
                    "the draft", LIMIT, () -> !bot.telegram.drafts(ANN).isEmpty());
            bot.ann.sends("/new two");
            bot.saysSomethingWith("two is ready");
            bot.ann.sends("say from two");

            bot.saysSomethingWith("from two");
            bot.release("one");
            assertThat(bot.saysSomethingWith("from one").text()).startsWith("▸ one");
            assertThat(bot.telegram.drafts(ANN)).isEmpty();
        }
    }

    @Test
    void a_reply_goes_to_the_session_that_wrote_and_says_what_it_is_about() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("/new one");
            bot.ann.sends("say from one");
            SentMessage fromOne = bot.says("from one");
            bot.ann.sends("/new two");
            bot.saysSomethingWith("two is ready");
            bot.ann.replies(fromOne.messageId(), "history");

            SentMessage answer = bot.saysSomethingWith("In reply to this message of yours");
            assertThat(answer.text()).startsWith("▸ one").contains("from one");
        }
    }

    @Test
    void EXP_04_switching_shows_where_one_was() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("/new one");
            bot.ann.sends("say something memorable");
            bot.says("something memorable");
            Awaitility.await().atMost(LIMIT).until(() -> entries(bot, "one").size() >= 3);
            bot.ann.sends("/session one");

            assertThat(bot.saysSomethingWith("Now talking to one").text())
                    .contains("You: say something memorable", "Claude: something memorable");
        }
    }

    @Test
    void the_log_of_a_session_has_prompts_tools_answers_and_costs() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("tool Bash echo x ;; say logged");
            bot.saysSomethingWith("logged");
            Awaitility.await().atMost(LIMIT).until(() -> entries(bot, "default").size() >= 4);

            assertThat(entries(bot, "default"))
                    .hasAtLeastOneElementOfType(LogEntry.Prompt.class)
                    .hasAtLeastOneElementOfType(LogEntry.ToolUse.class)
                    .hasAtLeastOneElementOfType(LogEntry.Answer.class)
                    .hasAtLeastOneElementOfType(LogEntry.Turn.class);
        }
    }

    @Test
    void SESS_10_a_model_is_chosen_by_command_and_by_button() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("/new work");
            bot.ann.sends("/model opus");
            bot.saysSomethingWith("Model of work: opus");
            assertThat(bot.session("work").model()).isEqualTo("opus");
            bot.ann.sends("/model");
            bot.says(message -> message.button("haiku").isPresent());
            bot.press("haiku");
            bot.saysSomethingWith("Model of work: haiku");
            assertThat(bot.session("work").model()).isEqualTo("haiku");
        }
    }

    @Test
    void EXP_02_two_slashes_pass_a_command_to_claude() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("//help");
            assertThat(bot.says(message -> true).text()).contains("/help");
        }
    }

    @Test
    void a_session_whose_folder_is_deleted_under_its_process_is_told_and_the_process_is_ended() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("/new work");
            bot.ann.sends("say hello");
            SentMessage answer = bot.says("hello");
            ProcessHandle claude = ProcessHandle.of(
                            Objects.requireNonNull(bot.session("work").pid()))
                    .orElseThrow();
            bot.store.delete(SessionName.of("work"));
            bot.ann.replies(answer.messageId(), "say again");

            bot.saysSomethingWith("work is not there any more");
            Awaitility.await().atMost(LIMIT).until(() -> !claude.isAlive());
        }
    }

    private static List<LogEntry> entries(TalkBot bot, String session) {
        return ConversationLog.of(bot.store, SessionName.of(session)).newest(50).entries();
    }

    @Test
    void SESS_02_the_session_that_is_left_keeps_its_process_and_the_target_gets_one_at_once() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("/new one");
            bot.ann.sends("say hello");
            bot.saysSomethingWith("hello");
            bot.ann.sends("/new two");
            bot.saysSomethingWith("two is ready");
            Long one = Objects.requireNonNull(bot.session("one").pid());
            bot.ann.sends("/session two");

            Awaitility.await("two has a process before anybody writes to it")
                    .atMost(LIMIT)
                    .until(() -> bot.session("two").pid() != null);
            assertThat(bot.session("one").pid()).isEqualTo(one);
            assertThat(ProcessHandle.of(one)).isPresent();
        }
    }

    @Test
    void SESS_04_the_first_message_ever_makes_a_session_and_a_wrong_or_used_name_changes_nothing() {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("say hello");
            bot.saysSomethingWith("hello");
            bot.ann.sends("/new work");
            bot.saysSomethingWith("work is ready");
            bot.ann.sends("/new work");
            SentMessage used = bot.saysSomethingWith("already a session");
            bot.ann.sends("/new ../etc");
            SentMessage wrong = bot.saysSomethingWith("underscore");

            assertThat(List.of(used.text(), wrong.text())).noneMatch(text -> text.contains("Exception"));
            assertThat(bot.store.list())
                    .extracting(entry -> entry.name().value())
                    .containsExactlyInAnyOrder("default", "work");
            assertThat(bot.journal.activeSessions().of(ANN, 0)).contains("work");
        }
    }
}
