package io.github.claudebridge.telegram.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.journal.StoredPrompt.State;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the journal of the first version, in whose updates stands how far they got. */
class MigrationTest {

    private static final String LONG_ANSWER = "It's done 😀. ".repeat(400);

    @TempDir
    Path folder;

    @BeforeEach
    void a_journal_of_the_first_version() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : Schema.VERSIONS.get(0)) {
                statement.executeUpdate(sql);
            }
            statement.executeUpdate("PRAGMA user_version = 1");
            statement.executeUpdate("INSERT INTO active_sessions VALUES (7, 'work')");
            statement.executeUpdate(update(1, "RECEIVED", "waits", ""));
            statement.executeUpdate(update(2, "STARTED", "was begun", ""));
            statement.executeUpdate(update(3, "ANSWERED", "was answered", LONG_ANSWER));
            statement.executeUpdate(update(4, "HANDLED", "", ""));
            statement.executeUpdate("INSERT INTO updates VALUES (5, 5, 'STARTED', '{\"poll\": 1}', NULL)");
        }
    }

    @Test
    void what_was_only_received_is_taken_and_what_was_handled_is_known() {
        try (Journal journal = open()) {
            assertThat(journal.updates().open()).extracting(StoredUpdate::id).containsExactly(1L, 2L, 5L);
            assertThat(journal.prompts().ofKey("update/1")).isEmpty();
            assertThat(journal.activeSessions().of(7, 0)).contains("work");
        }
    }

    @Test
    void I_12_what_was_begun_is_a_prompt_that_claude_may_have_so_that_it_is_not_repeated_without_asking() {
        try (Journal journal = open()) {
            StoredPrompt begun = journal.prompts().ofKey("update/2").orElseThrow();
            assertThat(begun.state()).isEqualTo(State.SENT);
            assertThat(begun.claudeSession()).isNull();
            assertThat(begun.session()).isEqualTo("work");
            assertThat(begun.chatId()).isEqualTo(7);
            assertThat(begun.text()).isEqualTo("was begun");
            assertThat(journal.prompts().ofId(begun.id())).contains(begun);
        }
    }

    @Test
    void I_12_an_answer_that_was_not_sent_is_sent_whole_and_once() {
        try (Journal journal = open()) {
            List<OutgoingMessage> open = journal.outgoing().open();
            assertThat(open).hasSize(3).allSatisfy(message -> {
                assertThat(message.key()).isEqualTo("update/3");
                assertThat(message.chatId()).isEqualTo(7);
            });
            assertThat(open.get(0).body()).startsWith("{\"message\":{\"text\":\"It's done 😀. It's done");
        }
        try (Journal journal = open()) {
            assertThat(journal.outgoing().open()).hasSize(3);
        }
    }

    private static String update(int id, String state, String text, String answer) {
        String payload = "{\"message\":{\"chat\":{\"id\":7,\"type\":\"private\"},\"from\":{\"id\":7},\"text\":\"%s\"}}"
                .formatted(text);
        return "INSERT INTO updates VALUES (%d, %d, '%s', '%s', %s)"
                .formatted(id, id, state, payload, answer.isEmpty() ? "NULL" : "'" + answer.replace("'", "''") + "'");
    }

    private Journal open() {
        return Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
    }
}
