package io.github.claudebridge.telegram.talk;

import static io.github.claudebridge.telegram.talk.TalkBot.ANN;
import static io.github.claudebridge.telegram.talk.TalkBot.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requirements about the lives of sessions, as they are felt in the chat. */
class LifeRequirementsTest {

    private static final SessionName DEFAULT = SessionName.of("default");

    @TempDir
    Path folder;

    @Test
    void LIFE_01_a_session_that_nobody_writes_to_is_suspended_without_a_word() {
        try (TalkBot bot = new TalkBot(folder)) {
            ProcessHandle claude = spokenTo(bot);
            idleAfter(bot, Duration.ofSeconds(1));
            bot.ann.sends("slow 3 worked for longer than that");
            bot.saysSomethingWith("worked for longer than that");
            assertThat(bot.session("default").pid())
                    .as("the process that worked")
                    .isEqualTo(claude.pid());
            suspended(bot);

            assertThat(claude.isAlive()).isFalse();
            assertThat(bot.texts()).hasSize(2);
        }
    }

    @Test
    void LIFE_01_work_in_the_background_keeps_a_session_awake() throws Exception {
        try (TalkBot bot = new TalkBot(folder)) {
            bot.ann.sends("/new work");
            bot.saysSomethingWith("work is ready");
            bot.store.update(SessionName.of("work"), edit -> edit.idleTimeout(Duration.ofSeconds(1)));
            bot.ann.sends("tool Bash {\"command\":\"until [ -e go ]; do sleep 0.1; done\",\"description\":\"wait\","
                    + "\"run_in_background\":true} ;; say begun");
            bot.says(message -> message.button("Allow").isPresent());
            bot.press("Allow");
            bot.saysSomethingWith("begun");
            long pid = Objects.requireNonNull(bot.session("work").pid());
            bot.ann.sends("slow 3 still here");
            bot.saysSomethingWith("still here");
            Files.createFile(folder.resolve("home/sessions/work/go"));

            assertThat(bot.saysSomethingWith("A background task has ended").silent())
                    .isFalse();
            assertThat(ProcessHandle.of(pid)).isPresent();
            await().atMost(LIMIT).until(() -> bot.session("work").status() == SessionStatus.SUSPENDED);
        }
    }

    @Test
    void LIFE_02_the_next_message_resumes_it_with_its_history_and_a_silent_line_says_so() {
        try (TalkBot bot = new TalkBot(folder)) {
            ProcessHandle before = spokenTo(bot);
            idleAfter(bot, Duration.ofSeconds(1));
            bot.ann.sends("say again");
            bot.saysSomethingWith("again");
            suspended(bot);
            bot.store.update(DEFAULT, edit -> edit.idleTimeout(Duration.ofMinutes(10)));
            bot.ann.sends("history");

            SentMessage line = bot.says(message -> message.text().startsWith("Resuming session (idle "));
            SentMessage answer = bot.saysSomethingWith("say hello / say again / history");
            assertThat(line.silent()).isTrue();
            assertThat(line.messageId()).isLessThan(answer.messageId());
            assertThat(bot.session("default").pid()).isNotEqualTo(before.pid());
        }
    }

    @Test
    void LIFE_02_a_history_that_is_gone_is_a_question_and_never_a_silent_fresh_start() throws Exception {
        FakeTelegram telegram = FakeTelegram.builder().strict().start();
        TalkBot first = new TalkBot(folder, BatchWindow.NONE, telegram);
        spokenTo(first);
        first.stop();
        Files.move(folder.resolve("claude/projects"), folder.resolve("elsewhere"));
        try (TalkBot bot = new TalkBot(folder, BatchWindow.NONE, telegram)) {
            bot.ann.sends("history");
            SentMessage question =
                    bot.says(message -> message.button("Start afresh").isPresent());
            assertThat(question.text()).contains("cannot be found");
            assertThat(bot.texts()).noneMatch(text -> text.equals("history"));
            bot.press("Start afresh");

            assertThat(bot.says(message -> message.text().startsWith("history")).text())
                    .doesNotContain("say hello");
        }
    }

    @Test
    void LIFE_03_a_stop_leaves_no_process_and_the_next_start_none_before_somebody_writes() {
        FakeTelegram telegram = FakeTelegram.builder().strict().start();
        TalkBot first = new TalkBot(folder, BatchWindow.NONE, telegram);
        ProcessHandle claude = spokenTo(first);
        first.stop();
        assertThat(claude.isAlive()).isFalse();
        try (TalkBot bot = new TalkBot(folder, BatchWindow.NONE, telegram)) {
            assertThat(bot.session("default").status()).isEqualTo(SessionStatus.SUSPENDED);
            assertThat(bot.session("default").pid()).isNull();
            bot.ann.sends("history");
            bot.saysSomethingWith("say hello / history");
        }
    }

    @Test
    void LIFE_05_messages_that_come_just_when_a_session_falls_asleep_are_all_answered_once() {
        try (TalkBot bot = new TalkBot(folder)) {
            spokenTo(bot);
            idleAfter(bot, Duration.ofSeconds(1));
            for (int i = 0; i < 5; i++) {
                String answer = "answer " + i;
                bot.ann.sends("say " + answer);
                SentMessage said = bot.saysSomethingWith(answer);
                // The session falls asleep one second after its last turn: that is the instant that is meant.
                await("a second has passed")
                        .atMost(LIMIT)
                        .until(() -> Instant.now().isAfter(said.sentAt().plusMillis(900)));
            }
            bot.ann.sends("history");
            String all = bot.saysSomethingWith("/ history").text();

            assertThat(IntStream.range(0, 5).mapToObj(i -> "answer " + i))
                    .allMatch(answer -> all.contains("say " + answer))
                    .allMatch(answer -> bot.texts().stream()
                                    .filter(text -> text.startsWith(answer))
                                    .count()
                            == 1);
            assertThat(bot.telegram.messages(ANN))
                    .noneMatch(message -> message.button("Retry").isPresent());
        }
    }

    /** Makes the session and returns its process. */
    private static ProcessHandle spokenTo(TalkBot bot) {
        bot.ann.sends("say hello");
        bot.saysSomethingWith("hello");
        await("the process is noted")
                .atMost(LIMIT)
                .until(() -> bot.session("default").pid() != null
                        && bot.session("default").hasHistory());
        return ProcessHandle.of(Objects.requireNonNull(bot.session("default").pid()))
                .orElseThrow();
    }

    /** Counts from the next message on. */
    private static void idleAfter(TalkBot bot, Duration timeout) {
        bot.store.update(DEFAULT, edit -> edit.idleTimeout(timeout));
    }

    private static void suspended(TalkBot bot) {
        await("the session is suspended")
                .atMost(LIMIT)
                .until(() -> bot.session("default").status() == SessionStatus.SUSPENDED);
    }
}
