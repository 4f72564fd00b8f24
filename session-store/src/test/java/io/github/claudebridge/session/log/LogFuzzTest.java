package io.github.claudebridge.session.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a log: all ways to read it agree, and what is read can be exported and added up. */
class LogFuzzTest {

    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    static Path home;

    private static @Nullable SessionStore opened;

    @FuzzTest
    void all_ways_to_read_a_log_agree(byte[] content) throws IOException {
        SessionStore store = store();
        Files.write(store.get(WORK).directory().resolve("conversation.jsonl"), content);
        ConversationLog log = ConversationLog.of(store, WORK);

        List<LogEntry> forwards = all(log);
        List<LogEntry> backwards = new ArrayList<>();
        LogPage page = log.newest(2);
        backwards.addAll(0, page.entries());
        while (page.earlier().isPresent()) {
            page = log.before(page.earlier().get(), 2);
            backwards.addAll(0, page.entries());
        }
        assertThat(backwards).isEqualTo(forwards);
        assertThat(new LogSearch(store).find(LogQuery.of("").withLimit(1_000)))
                .hasSize(Math.min(1_000, forwards.size()));
        for (ExportFormat format : ExportFormat.values()) {
            new LogExport(ZoneOffset.MAX).write(WORK, log, format, OutputStream.nullOutputStream());
        }
        assertThat(UsageReport.of(store.get(WORK), ZoneOffset.MIN).total().costUsd())
                .isNotNegative();
    }

    /** One for all inputs, which are thousands. */
    private static SessionStore store() {
        if (opened == null) {
            opened = SessionStore.open(home);
            opened.create(WORK, "default");
        }
        return opened;
    }

    private static List<LogEntry> all(ConversationLog log) {
        try (Stream<LogEntry> entries = log.entries()) {
            return entries.toList();
        }
    }
}
