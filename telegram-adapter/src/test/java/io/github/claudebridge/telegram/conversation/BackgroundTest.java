package io.github.claudebridge.telegram.conversation;

import static io.github.claudebridge.telegram.conversation.TalkFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I-4, I-12: people hear of what a session did in the background, also when the bot was killed before it could say so. */
class BackgroundTest {

    private static final String SHORT =
            "tool Bash {\"command\":\"sleep 4\",\"run_in_background\":true,\"description\":\"the tests\"} ;; say"
                    + " started";

    private static final String LONG = SHORT.replace("sleep 4", "sleep 600");

    @TempDir
    Path folder;

    private static boolean isNothingOpen(TalkFixture talk) {
        return talk.journal.prompts().open("background/").isEmpty();
    }

    @Test
    void I_04_what_claude_says_about_a_finished_task_is_told_once_and_then_forgotten() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask(SHORT);
            await("the unasked turn")
                    .atMost(LIMIT)
                    .until(() -> talk.chat.texts(Kind.ANSWER).size() == 2);
            assertThat(talk.chat.texts(Kind.ANSWER).get(1)).contains("A background task has ended: ", "the tests");
            await("the note").atMost(LIMIT).until(() -> isNothingOpen(talk));
        }
        try (TalkFixture talk = new TalkFixture(folder)) {
            assertThat(talk.chat.said()).isEmpty();
        }
    }

    @Test
    void I_04_what_claude_had_said_about_a_finished_task_is_told_by_the_next_run() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask(SHORT);
            await("the unasked turn")
                    .atMost(LIMIT)
                    .until(() -> talk.chat.texts(Kind.ANSWER).size() == 2 && isNothingOpen(talk));
        }
        // As a kill between Claude's answer and the note of the bot leaves it.
        execute("UPDATE prompts SET state = 'SENT', text = 'the tests' WHERE source LIKE 'background/%'");
        try (TalkFixture talk = new TalkFixture(folder)) {
            assertThat(talk.chat.texts(Kind.ANSWER))
                    .singleElement()
                    .asString()
                    .contains("work", "A background task has ended: the tests");
            assertThat(isNothingOpen(talk)).isTrue();
        }
    }

    @Test
    void I_04_a_task_that_was_ended_with_the_bot_is_told_by_the_next_run() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask(LONG);
            await("the note").atMost(LIMIT).until(() -> !isNothingOpen(talk));
        }
        try (TalkFixture talk = new TalkFixture(folder)) {
            assertThat(talk.chat.texts(Kind.NOTICE))
                    .singleElement()
                    .asString()
                    .contains("still running in the background", "the tests");
            assertThat(isNothingOpen(talk)).isTrue();
        }
    }

    @Test
    void a_task_that_was_ended_in_the_turn_is_no_news_after_a_restart() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask(SHORT.replace("sleep 4", "true").replace(";; say started", ";; tool Bash sleep 4 ;; say started"));
            await("the note").atMost(LIMIT).until(() -> isNothingOpen(talk));
        }
    }

    @Test
    void I_04_a_task_that_died_with_its_process_is_told() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask(LONG);
            await("the note").atMost(LIMIT).until(() -> !isNothingOpen(talk));
            ProcessHandle.of(talk.pid()).orElseThrow().destroyForcibly();
            await("the news")
                    .atMost(LIMIT)
                    .until(() -> talk.chat.texts(Kind.NOTICE).stream()
                            .anyMatch(text -> text.contains("still running in the background")));
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
