package io.github.claudebridge.session.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a log that somebody removed, added or replaced. */
class LogSegmentsTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    Path home;

    private SessionStore store;
    private Session session;
    private ConversationLog log;

    @BeforeEach
    void open() {
        store = SessionStore.open(home);
        session = store.create(WORK, "default");
        log = ConversationLog.of(store, WORK, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation-999999999.jsonl", "conversation-000000.jsonl", "conversation-0000001.jsonl"})
    void a_file_that_only_looks_like_a_part_of_the_log_changes_nothing(String name) throws IOException {
        Files.createFile(session.directory().resolve(name));
        append(5);

        assertThat(all()).containsExactlyElementsOf(turns(5));
        assertThat(pages()).containsExactlyElementsOf(turns(5));
        assertThat(new LogSearch(store).find(LogQuery.of(""))).hasSize(5);
        assertThat(costs()).isEqualByComparingTo("5");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void a_file_that_was_removed_is_missing_and_nothing_comes_twice(int removed) throws IOException {
        append(5);
        Files.delete(segment(removed));
        List<LogEntry> left = turns(5);
        left.remove(removed - 1);

        assertThat(all()).containsExactlyElementsOf(left);
        assertThat(pages()).containsExactlyElementsOf(left);
        assertThat(new LogSearch(store).find(LogQuery.of(""))).hasSize(4);
        assertThat(costs()).isEqualByComparingTo("4");
    }

    @Test
    void a_folder_in_the_place_of_a_full_file_hides_only_that_file() throws IOException {
        append(3);
        Files.delete(segment(2));
        Files.createDirectory(segment(2));

        assertThat(all()).containsExactly(turn(0), turn(2));
        assertThat(pages()).containsExactly(turn(0), turn(2));
    }

    @Test
    void the_log_goes_on_when_its_full_files_were_taken_away() throws IOException {
        append(4);
        for (int number = 1; number <= 3; number++) {
            Files.delete(segment(number));
        }
        log.append(turn(4), turn(5));

        assertThat(all()).containsExactly(turn(3), turn(4), turn(5));
        assertThat(segment(1)).exists();
    }

    @Test
    void a_place_that_no_log_has_is_taken_for_its_end() {
        append(3);

        assertThat(log.before(LogPosition.parse("999999999:5").orElseThrow(), 10)
                        .entries())
                .containsExactlyElementsOf(turns(3));
    }

    @Test
    void a_log_that_cannot_be_read_does_not_hide_the_others_from_a_search() throws IOException {
        append(1);
        Session other = store.create(SessionName.of("other"), "default");
        Files.createDirectory(other.directory().resolve("conversation.jsonl"));

        assertThat(new LogSearch(store).find(LogQuery.of(""))).hasSize(1);
    }

    private void append(int count) {
        turns(count).forEach(log::append);
    }

    private Path segment(int number) {
        return session.directory().resolve("conversation-00000" + number + ".jsonl");
    }

    private List<LogEntry> all() {
        try (Stream<LogEntry> entries = log.entries()) {
            return entries.toList();
        }
    }

    private List<LogEntry> pages() {
        LogPage page = log.newest(1);
        List<LogEntry> read = new ArrayList<>(page.entries());
        while (page.earlier().isPresent()) {
            page = log.before(page.earlier().get(), 1);
            read.addAll(0, page.entries());
        }
        return read;
    }

    private BigDecimal costs() {
        return UsageReport.of(session, ZoneOffset.UTC).total().costUsd();
    }

    private static List<LogEntry> turns(int count) {
        List<LogEntry> turns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            turns.add(turn(i));
        }
        return turns;
    }

    private static LogEntry turn(int number) {
        return new LogEntry.Turn(
                NOON.plusSeconds(number), BigDecimal.ONE, Duration.ofSeconds(number), LogEntry.Tokens.NONE);
    }
}
