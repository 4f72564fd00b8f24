package io.github.claudebridge.session.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionNotFoundException;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.LineChunks;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationLogTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    Path home;

    private SessionStore store;
    private Path file;

    @BeforeEach
    void open() {
        store = SessionStore.open(home);
        file = store.create(WORK, "default").directory().resolve("conversation.jsonl");
    }

    @Test
    void every_kind_of_entry_comes_back_as_it_was_written() {
        LogEntry[] entries = {
            new LogEntry.Prompt(NOON, "p1", "Ann", "Zeile 1\nZeile 2 \ud83d\ude00 \"q\" \\ \u0000"),
            new LogEntry.ToolUse(NOON, "Bash", "{\"command\":\"ls\"}"),
            new LogEntry.PermissionDecision(NOON, "Write", false, "Ann"),
            new LogEntry.FileMoved(NOON, LogEntry.Direction.OUT, "outbox/a.png", 12),
            new LogEntry.Answer(NOON, Optional.of("p1"), "done", true),
            new LogEntry.Answer(NOON, Optional.empty(), "unasked", false),
            new LogEntry.Turn(NOON, new BigDecimal("0.0123"), Duration.ofMillis(1500), new LogEntry.Tokens(1, 2, 3, 4)),
            new LogEntry.Failure(NOON, "overloaded"),
            new LogEntry.Note(NOON, "model opus"),
            new LogEntry.Unknown(NOON, "hologram", "{\"at\":\"2026-01-31T12:00:00Z\",\"type\":\"hologram\",\"x\":[1]}")
        };
        log().append(entries);

        assertThat(all(log())).containsExactly(entries);
    }

    @Test
    void a_session_without_a_log_has_an_empty_one() {
        assertThat(all(log())).isEmpty();
        assertThat(log().newest(10)).isEqualTo(new LogPage(List.of(), Optional.empty()));
        assertThatThrownBy(() -> ConversationLog.of(store, SessionName.of("nobody")))
                .isInstanceOf(SessionNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"at\":\"2026-", "\u0000\u0000\u0000", "{", "garbage"})
    void a_torn_last_line_is_removed_by_the_next_append(String torn) throws IOException {
        log().append(note(1));
        Files.writeString(file, torn, StandardOpenOption.APPEND);

        assertThat(all(log())).containsExactly(note(1));
        log().append(note(2));

        assertThat(all(log())).containsExactly(note(1), note(2));
        assertThat(Files.readString(file)).doesNotContain(torn + "{").endsWith("\n");
    }

    @Test
    void a_last_line_that_lacks_only_its_newline_is_kept() throws IOException {
        log().append(note(1), note(2));
        Files.writeString(file, Files.readString(file).stripTrailing());

        log().append(note(3));

        assertThat(all(log())).containsExactly(note(1), note(2), note(3));
    }

    @Test
    void lines_that_are_no_entries_are_passed_over() throws IOException {
        log().append(note(1));
        Files.writeString(
                file, "\n[1]\nnot json\n{\"type\":\"note\"}\n" + "x".repeat(300_000) + "\n", StandardOpenOption.APPEND);
        log().append(note(2));

        assertThat(all(log())).containsExactly(note(1), note(2));
        assertThat(log().newest(5).entries()).containsExactly(note(1), note(2));
    }

    @Test
    void a_line_beyond_the_limit_does_not_take_its_neighbours_with_it() throws IOException {
        log().append(note(1));
        Files.writeString(file, "y".repeat(LineChunks.LONGEST_LINE + 5_000_000) + "\n", StandardOpenOption.APPEND);
        log().append(note(2), note(3));

        assertThat(all(log())).containsExactly(note(1), note(2), note(3));
        assertThat(log().newest(5).entries()).containsExactly(note(1), note(2), note(3));
    }

    @Test
    void a_text_beyond_the_limit_is_cut_and_says_so() {
        log().append(new LogEntry.Note(NOON, "z".repeat(LogEntry.LONGEST_TEXT - 1) + "\ud83d\ude00 and more"));

        assertThat(all(log()))
                .singleElement()
                .satisfies(entry ->
                        assertThat(((LogEntry.Note) entry).text()).endsWith("zz\n[cut here: 11 more characters]"));
    }

    @Test
    void pages_backwards_give_every_entry_once_also_across_rotated_files() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        ConversationLog log = ConversationLog.of(store, WORK, 4_000);
        List<LogEntry> written = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            LogEntry entry = new LogEntry.Note(NOON.plusSeconds(i), "n".repeat(random.nextInt(600)) + i);
            log.append(entry);
            written.add(entry);
        }

        List<LogEntry> read = new ArrayList<>();
        LogPage page = log.newest(1 + random.nextInt(20));
        read.addAll(0, page.entries());
        while (page.earlier().isPresent()) {
            LogPosition place = LogPosition.parse(page.earlier().get().token()).orElseThrow();
            page = log.before(place, 1 + random.nextInt(20));
            read.addAll(0, page.entries());
        }

        assertThat(read).as("seed %d", seed).isEqualTo(written);
        assertThat(all(log)).as("seed %d", seed).isEqualTo(written);
        assertThat(file.resolveSibling("conversation-000003.jsonl")).exists();
    }

    @Test
    void a_place_stays_right_while_the_log_grows_and_rotates() {
        ConversationLog log = ConversationLog.of(store, WORK, 500);
        log.append(note(1), note(2), note(3));
        LogPosition place = log.newest(1).earlier().orElseThrow();

        for (int i = 4; i < 40; i++) {
            log.append(note(i));
        }

        assertThat(log.before(place, 10).entries()).containsExactly(note(1), note(2));
    }

    @Test
    void appends_of_several_threads_do_not_mix() throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int t = 0; t < 4; t++) {
            int thread = t;
            Thread writer = new Thread(() -> {
                for (int i = 0; i < 25; i++) {
                    ConversationLog.of(store, WORK, 3_000).append(note(100 * thread + i), note(100 * thread + i));
                }
            });
            writer.setUncaughtExceptionHandler((dying, e) -> failures.add(e));
            threads.add(writer);
            writer.start();
        }
        for (Thread writer : threads) {
            writer.join();
        }

        assertThat(failures).isEmpty();
        assertThat(all(log())).hasSize(200);
    }

    @Test
    void an_interrupt_neither_loses_nor_doubles_an_entry() throws Exception {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        List<LogEntry> written = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            LogEntry entry = note(i);
            written.add(entry);
            CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
            Thread writer = new Thread(() -> {
                log().append(entry);
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            writer.setUncaughtExceptionHandler((dying, e) -> stillInterrupted.completeExceptionally(e));
            writer.start();
            for (int spin = random.nextInt(20_000); spin > 0; spin--) {
                Thread.onSpinWait();
            }
            writer.interrupt();
            stillInterrupted.exceptionally(e -> written.remove(entry)).get();
            writer.join();
        }

        assertThat(all(log())).as("seed %d", seed).isEqualTo(written);
    }

    @Test
    void a_log_that_was_replaced_by_a_link_is_neither_read_nor_written() throws IOException {
        Path secret =
                Files.writeString(home.resolve("secret"), "{\"at\":\"2026-01-31T12:00:00Z\",\"type\":\"note\"}\n");
        Files.createSymbolicLink(file, secret);

        assertThatThrownBy(() -> log().append(note(1))).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> all(log())).isInstanceOf(StorageException.class);
        assertThat(Files.readAllLines(secret)).hasSize(1);
    }

    private ConversationLog log() {
        return ConversationLog.of(store, WORK);
    }

    private static LogEntry note(int number) {
        return new LogEntry.Note(NOON.plusSeconds(number), "note " + number);
    }

    private static List<LogEntry> all(ConversationLog log) {
        try (Stream<LogEntry> entries = log.entries()) {
            return entries.toList();
        }
    }
}
