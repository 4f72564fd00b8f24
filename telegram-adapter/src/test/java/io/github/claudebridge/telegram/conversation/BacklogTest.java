package io.github.claudebridge.telegram.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import io.github.claudebridge.telegram.journal.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogTest {

    private static final Instant UP = Instant.parse("2026-01-01T12:00:00Z");
    private static final ChatId CHAT = new ChatId(7);

    private final RecordingChat chat = new RecordingChat();
    private final List<String> handed = new ArrayList<>();
    private Journal journal;
    private Backlog backlog;

    @BeforeEach
    void open(@TempDir Path folder) {
        journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
        MessageHandler next = (message, key) -> {
            handed.add(message.text());
            return CompletableFuture.completedFuture(Handled.DONE);
        };
        backlog = new Backlog(next, journal.prompts(), chat, UP);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void EXP_09_what_was_written_while_the_bot_was_down_is_handed_on_with_one_line_in_each_chat() {
        write(CHAT, "a", UP.minusSeconds(600));
        write(CHAT, "b", UP.minusSeconds(300));
        write(new ChatId(8), "c", UP.minusSeconds(300));

        assertThat(handed).containsExactly("a", "b", "c");
        assertThat(chat.texts(Kind.NOTICE)).containsExactly(Words.BACKLOG, Words.BACKLOG);
    }

    @Test
    void what_was_written_to_a_bot_that_was_up_is_handed_on_without_a_word() {
        write(CHAT, "a", UP.minusSeconds(1));
        write(CHAT, "b", UP.plusSeconds(60));

        assertThat(handed).containsExactly("a", "b");
        assertThat(chat.said()).isEmpty();
    }

    @Test
    void what_an_earlier_run_had_begun_is_no_backlog() {
        journal.prompts().accept("key/a", "work", CHAT.value(), 0, "a");
        write(CHAT, "a", UP.minusSeconds(600));

        assertThat(handed).containsExactly("a");
        assertThat(chat.said()).isEmpty();
    }

    private void write(ChatId where, String text, Instant at) {
        assertThat(backlog.handle(new UserMessage(where, text, at), new DeliveryKey("key/" + text)))
                .isCompleted();
    }
}
