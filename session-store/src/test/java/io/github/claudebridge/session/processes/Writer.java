package io.github.claudebridge.session.processes;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.LogEntry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;

/** Writes to a session as often as it is told, and makes and removes another one each time. */
final class Writer {

    static final SessionName SHARED = SessionName.of("shared");
    static final long LOG_FILE = 4_000;

    private Writer() {}

    /**
     * Writes.
     *
     * @param arguments the home, the name of this writer, how often
     */
    public static void main(String[] arguments) {
        SessionStore store = SessionStore.open(Path.of(arguments[0]));
        String self = arguments[1];
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            ConversationLog.of(store, SHARED, LOG_FILE)
                    .append(new LogEntry.Note(Instant.EPOCH, self + " " + i + " " + "x".repeat(100)));
            store.update(SHARED, edit -> edit.turnCompleted(Instant.now(), BigDecimal.ONE));
            SessionName own = SessionName.of(self + "-" + i);
            store.create(own, "default");
            store.delete(own);
        }
        System.out.println("done");
    }
}
