package io.github.claudebridge.session.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogExportTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final SessionName WORK = SessionName.of("work");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path home;

    private SessionStore store;
    private ConversationLog log;

    @BeforeEach
    void fill() {
        store = SessionStore.open(home);
        store.create(WORK, "default");
        log = ConversationLog.of(store, WORK);
        log.append(
                new LogEntry.Prompt(NOON, "1", "Ann <b>", "<script>alert(1)</script> & more"),
                new LogEntry.ToolUse(NOON, "Write", "{\"content\":\"```\\n````\\n\"}"),
                new LogEntry.Answer(NOON, Optional.of("1"), "Look:\n```sh\nls -l\n```\nDone.", false),
                turn(NOON, "0.10"));
    }

    @Test
    void markdown_reads_like_a_conversation_and_fences_cannot_be_broken() throws IOException {
        String text = export(ExportFormat.MARKDOWN);

        assertThat(text)
                .startsWith("# Session work\n")
                .contains("## Ann \\<b\\>, 2026-01-31 13:00:00\n\n<script>alert(1)</script> & more\n")
                .contains("\n`````\n{\"content\":\"```\\n````\\n\"}\n`````\n")
                .contains("```sh\nls -l\n```")
                .contains("Turn: 2 s, $0.1000, 10 tokens in, 20 out");
    }

    @Test
    void html_is_one_page_without_scripts_in_which_everything_is_escaped() throws IOException {
        String page = export(ExportFormat.HTML);

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more", "Ann &lt;b&gt;")
                .contains("<pre>ls -l</pre>")
                .contains("color-scheme: light dark", "default-src 'none'")
                .doesNotContain("<script", "http://", "https://", "src=", "href=")
                .endsWith("</body></html>\n");
    }

    @Test
    void json_is_an_array_of_all_entries() throws IOException {
        JsonNode array = JsonMapper.builder().build().readTree(export(ExportFormat.JSON));

        assertThat(array).hasSize(4);
        assertThat(array.get(0).get("text").textValue()).isEqualTo("<script>alert(1)</script> & more");
    }

    @Test
    void an_empty_log_is_exported_as_an_empty_document() throws IOException {
        SessionName empty = SessionName.of("empty");
        store.create(empty, "default");
        log = ConversationLog.of(store, empty);

        assertThat(JsonMapper.builder().build().readTree(export(ExportFormat.JSON)))
                .isEmpty();
        assertThat(export(ExportFormat.MARKDOWN)).isEqualTo("# Session work\n");
    }

    @Test
    void usage_is_added_up_per_day_of_the_zone() {
        log.append(turn(NOON.plus(Duration.ofHours(11)), "0.20"), turn(NOON.plus(Duration.ofHours(13)), "0.40"));
        LocalDate first = LocalDate.of(2026, 1, 31);

        UsageReport utc = UsageReport.of(store.get(WORK), ZoneOffset.UTC);
        assertThat(utc.on(first).costUsd()).isEqualByComparingTo("0.30");
        assertThat(utc.on(first.plusDays(1)).turns()).isEqualTo(1);
        assertThat(utc.on(first.plusDays(2))).isEqualTo(Usage.NONE);
        assertThat(utc.total().costUsd()).isEqualByComparingTo("0.70");
        assertThat(utc.total().tokens()).isEqualTo(new LogEntry.Tokens(30, 60, 90, 120));
        assertThat(UsageReport.of(store.get(WORK), BERLIN).on(first.plusDays(1)).turns())
                .isEqualTo(2);
    }

    private static LogEntry turn(Instant at, String cost) {
        return new LogEntry.Turn(at, new BigDecimal(cost), Duration.ofSeconds(2), new LogEntry.Tokens(10, 20, 30, 40));
    }

    private String export(ExportFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LogExport(BERLIN).write(WORK, log, format, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
