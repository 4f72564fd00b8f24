package io.github.claudebridge.telegram.conversation;

import static io.github.claudebridge.telegram.conversation.TalkFixture.LIMIT;
import static io.github.claudebridge.telegram.conversation.TalkFixture.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import io.github.claudebridge.telegram.conversation.RecordingChat.Said;
import io.github.claudebridge.telegram.conversation.words.ArchiveWords;
import io.github.claudebridge.telegram.conversation.words.QueueWords;
import io.github.claudebridge.telegram.journal.JournalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around a conversation is told, with what to do about it, and harms nothing else. */
class BadInputTest {

    @TempDir
    Path folder;

    @Test
    void a_session_whose_folder_was_deleted_under_its_process_is_told_and_the_process_ended() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask("say hello");
            ProcessHandle claude = ProcessHandle.of(talk.pid()).orElseThrow();
            Files.move(talk.store.get(NAME).directory(), folder.resolve("deleted"));
            assertThat(talk.ask("say anybody there")).isEqualTo(Handled.FAILED);

            assertThat(talk.chat.texts(Kind.FAILURE)).singleElement().asString().contains("work");
            await("its end").atMost(LIMIT).until(() -> !claude.isAlive());
            assertThat(talk.chat.activities()).isZero();
        }
    }

    @Test
    void of_two_chats_that_talk_to_one_session_each_gets_its_own_answers_in_its_order() throws Exception {
        ChatId other = new ChatId(8);
        try (TalkFixture talk = new TalkFixture(folder)) {
            CompletableFuture<Handled> first = talk.prompt("say one");
            CompletableFuture<Handled> second = talk.conversations.prompt(
                    NAME, new UserMessage(other, "say two", Instant.now()), DeliveryKey.random());
            CompletableFuture<Handled> third = talk.prompt("say three");
            CompletableFuture.allOf(first, second, third).get(60, TimeUnit.SECONDS);

            assertThat(talk.chat.said())
                    .filteredOn(said -> said.kind() == Kind.ANSWER)
                    .extracting(Said::chat)
                    .containsExactly(TalkFixture.CHAT, other, TalkFixture.CHAT);
            assertThat(talk.chat.texts(Kind.ANSWER).get(1))
                    .as("the other chat talks to no session, so the name is said")
                    .contains("work", "two");
        }
    }

    @Test
    void what_is_written_while_a_session_is_put_away_is_told_and_starts_nothing() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            assertThat(talk.conversations.hold(NAME)).isTrue();
            assertThat(talk.conversations.hold(NAME)).as("one at a time").isFalse();
            assertThat(talk.ask("say hello")).isEqualTo(Handled.FAILED);
            assertThat(talk.chat.texts(Kind.FAILURE)).containsExactly(ArchiveWords.busy("work"));
            assertThat(talk.conversations.live(NAME)).isEmpty();
            talk.conversations.release(NAME);

            assertThat(talk.ask("say hello")).isEqualTo(Handled.DONE);
        }
    }

    @Test
    void a_prompt_that_waits_for_a_decision_goes_along_with_a_session_that_is_renamed() {
        try (TalkFixture talk = new TalkFixture(folder)) {
            UUID id = talk.journal
                    .prompts()
                    .accept("update/1", "work", 7, 0, "say hello")
                    .id();
            talk.journal.activeSessions().rename("work", "other");

            assertThat(talk.journal.prompts().ofId(id).orElseThrow().session()).isEqualTo("other");
        }
    }

    @Test
    void a_claude_that_is_too_old_is_told_with_how_to_update_it() throws Exception {
        List<String> old = FakeClaude.setup().version("1.0.5").command();
        try (TalkFixture talk = new TalkFixture(folder, old)) {
            assertThat(talk.ask("say hello")).isEqualTo(Handled.FAILED);

            assertThat(talk.chat.texts(Kind.FAILURE)).singleElement().asString().contains("1.0.5", "claude update");
        }
    }

    @Test
    void a_journal_that_takes_nothing_is_told_and_the_message_is_left_for_the_next_start() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                Statement holding = other.createStatement()) {
            holding.execute("BEGIN EXCLUSIVE");
            CompletableFuture<Handled> handled = talk.prompt("say hello");
            assertThatThrownBy(() -> handled.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(JournalException.class);
            holding.execute("ROLLBACK");

            assertThat(talk.chat.texts(Kind.FAILURE)).containsExactly(QueueWords.NOT_NOTED);
            assertThat(talk.ask("say hello")).isEqualTo(Handled.DONE);
        }
    }
}
