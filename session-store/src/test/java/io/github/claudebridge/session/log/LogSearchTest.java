package io.github.claudebridge.session.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSearchTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final SessionName WORK = SessionName.of("work");
    private static final SessionName PLAY = SessionName.of("play");

    @TempDir
    Path home;

    private SessionStore store;

    @BeforeEach
    void fill() {
        store = SessionStore.open(home);
        store.create(WORK, "default");
        store.create(PLAY, "default");
        ConversationLog.of(store, WORK)
                .append(
                        new LogEntry.Prompt(NOON, "1", "Ann", "Where is the Backup script?"),
                        new LogEntry.ToolUse(NOON.plusSeconds(1), "Bash", "{\"command\":\"grep -r \\\"backup\\\" .\"}"),
                        new LogEntry.Answer(
                                NOON.plusSeconds(2), Optional.of("1"), "Gr\u00fc\u00dfe: in\n/usr/local/bin.", false));
        ConversationLog.of(store, PLAY).append(new LogEntry.Note(NOON.plusSeconds(3), "backup of the game"));
    }

    @Test
    void finds_whatever_the_case_in_all_sessions_newest_first() {
        assertThat(find(LogQuery.of("backup")))
                .extracting(hit -> hit.session() + " " + hit.kind())
                .containsExactly("play note", "work tool", "work prompt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gr\u00fc\u00dfe", "GR\u00dc\u00dfE: in", "\u00fc", "in\n/usr", "/usr/local/bin", "."})
    void finds_text_beyond_plain_ascii_and_across_lines(String text) {
        assertThat(find(LogQuery.of(text))).anySatisfy(hit -> {
            assertThat(hit.kind()).isEqualTo("answer");
            assertThat(hit.excerpt()).isEqualTo("Gr\u00fc\u00dfe: in /usr/local/bin.");
        });
    }

    @Test
    void one_character_with_a_longer_lower_case_does_not_matter_for_the_others() {
        ConversationLog.of(store, PLAY).append(new LogEntry.Note(NOON, "Hello from \u0130stanbul"));

        assertThat(find(LogQuery.of("hello"))).hasSize(1);
    }

    @Test
    void finds_quoted_text_as_it_was_typed() {
        assertThat(find(LogQuery.of("\\\"backup\\\""))).hasSize(1);
        assertThat(find(LogQuery.of("no such words"))).isEmpty();
    }

    @Test
    void field_names_of_the_file_are_not_text() {
        assertThat(find(LogQuery.of("prompt_id"))).isEmpty();
    }

    @Test
    void keeps_to_the_times_and_sessions_asked_for() {
        assertThat(find(LogQuery.of("backup").in(Set.of(WORK)))).hasSize(2);
        assertThat(find(LogQuery.of("").between(NOON.plusSeconds(1), NOON.plusSeconds(3))))
                .hasSize(2);
        assertThat(find(LogQuery.of("backup").in(Set.of(SessionName.of("gone")))))
                .isEmpty();
        assertThat(find(LogQuery.of("").withLimit(1))).extracting(LogHit::at).containsExactly(NOON.plusSeconds(3));
    }

    @Test
    void a_hit_leads_to_its_place_in_the_log() {
        LogHit hit = find(LogQuery.of("Where is")).get(0);

        assertThat(ConversationLog.of(store, hit.session())
                        .before(hit.position(), 1)
                        .entries())
                .singleElement()
                .isInstanceOf(LogEntry.Prompt.class);
    }

    @Test
    void the_needle_finds_the_same_as_a_plain_search() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            String hay = letters(random, random.nextInt(60));
            String wanted = letters(random, 1 + random.nextInt(4));
            int from = random.nextInt(hay.length() + 1);
            int expected = hay.toLowerCase(Locale.ROOT).indexOf(wanted.toLowerCase(Locale.ROOT), from);

            int found = new Needle(wanted).find(hay.getBytes(StandardCharsets.UTF_8), from, hay.length());

            assertThat(found)
                    .as("seed %d: %s in %s from %d", seed, wanted, hay, from)
                    .isEqualTo(expected);
        }
    }

    private static String letters(SplittableRandom random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("aAbB1 ".charAt(random.nextInt(6)));
        }
        return text.toString();
    }

    private List<LogHit> find(LogQuery query) {
        return new LogSearch(store).find(query);
    }
}
