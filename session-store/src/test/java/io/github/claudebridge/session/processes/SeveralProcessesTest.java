package io.github.claudebridge.session.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.LogEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one home at the same time. */
class SeveralProcessesTest {

    private static final int WRITERS = 3;
    private static final int TIMES = 40;

    @TempDir
    Path home;

    @Test
    void what_several_processes_write_at_once_is_all_there() throws Exception {
        SessionStore store = SessionStore.open(home);
        store.create(Writer.SHARED, "default");
        List<OtherJvm> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(
                    OtherJvm.start(Writer.class, List.of(), home.toString(), "writer" + i, Integer.toString(TIMES)));
        }
        try {
            for (OtherJvm writer : writers) {
                assertThat(writer.end()).isEqualTo("done\n");
            }
        } finally {
            writers.forEach(OtherJvm::close);
        }

        assertThat(store.get(Writer.SHARED).metadata().turns()).isEqualTo(WRITERS * TIMES);
        assertThat(store.list()).hasSize(1);
        try (Stream<LogEntry> entries =
                ConversationLog.of(store, Writer.SHARED, Writer.LOG_FILE).entries()) {
            assertThat(entries.map(entry -> ((LogEntry.Note) entry).text()))
                    .doesNotHaveDuplicates()
                    .hasSize(WRITERS * TIMES);
        }
    }
}
