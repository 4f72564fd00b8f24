package io.github.claudebridge.telegram.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void an_update_is_new_once_even_when_it_is_delivered_again_after_a_restart() {
        try (Journal journal = open(NOON)) {
            assertThat(journal.updates().receive(Map.of(7L, "{}"))).hasSize(1);
            assertThat(journal.updates().receive(Map.of(7L, "{}"))).isEmpty();
            journal.updates().handled(7);
        }
        try (Journal journal = open(NOON.plus(Duration.ofHours(24)))) {
            assertThat(journal.updates().receive(Map.of(7L, "{}"))).isEmpty();
        }
    }

    @Test
    void what_was_not_handled_is_there_after_a_restart_oldest_first() {
        try (Journal journal = open(NOON)) {
            journal.updates().receive(Map.of(10L, "ten", 9L, "nine", 7L, "seven", 8L, "eight"));
            journal.updates().handled(7);
        }
        try (Journal journal = open(NOON)) {
            assertThat(journal.updates().open())
                    .containsExactly(
                            new StoredUpdate(8, "eight"), new StoredUpdate(9, "nine"), new StoredUpdate(10, "ten"));
        }
    }

    @Test
    void a_chat_keeps_the_session_it_chose_last() {
        try (Journal journal = open(NOON)) {
            assertThat(journal.activeSessions().of(1, 0)).isEmpty();
            journal.activeSessions().activate(1, 0, "a");
            journal.activeSessions().activate(1, 0, "b");
            journal.activeSessions().activate(2, 0, "c");
        }
        try (Journal journal = open(NOON)) {
            assertThat(journal.activeSessions().of(1, 0)).contains("b");
            assertThat(journal.activeSessions().of(2, 0)).contains("c");
        }
    }

    @Test
    void a_chat_that_has_another_number_keeps_what_it_had() {
        try (Journal journal = open(NOON)) {
            journal.activeSessions().activate(-1, 0, "work");
            StoredPrompt prompt = journal.prompts().accept("update/1", "work", -1, 5, "hello");
            journal.chatMoved(-1, -1_001);
            assertThat(journal.activeSessions().of(-1_001, 0)).contains("work");
            assertThat(journal.prompts().ofId(prompt.id()).orElseThrow().chatId())
                    .isEqualTo(-1_001);
        }
    }

    @Test
    void a_file_that_is_no_journal_is_refused_by_name_and_left_as_it_is() throws IOException {
        Path file = folder.resolve("journal.db");
        Files.writeString(file, "this is not a database, but somebody's notes, long enough to look at");
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> open(NOON))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString());
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_journal_damaged_by_hand_is_refused_with_the_next_step() throws IOException {
        Path file = folder.resolve("journal.db");
        try (Journal journal = open(NOON)) {
            for (long id = 1; id < 500; id++) {
                journal.updates().receive(Map.of(id, "payload ".repeat(50)));
            }
        }
        try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
            damaged.seek(8_192);
            damaged.write(new byte[40_000]);
        }
        assertThatThrownBy(() -> open(NOON))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("move the file away");
    }

    private Journal open(Instant now) {
        return Journal.open(folder.resolve("journal.db"), Clock.fixed(now, ZoneOffset.UTC));
    }
}
