package io.github.claudebridge.telegram.budget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.internal.StateFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What was spent today, a day of UTC, by each session. It lies in {@code spending.json} of the state folder and not in the sessions' own
 * logs, which Claude could write. Read from disk on demand. Thread-safe.
 */
final class SpendingBook {

    private final StateFile file;
    private final Clock clock;

    SpendingBook(Path state, Clock clock) {
        this.file = new StateFile(state.resolve("spending.json"));
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * By one session, today.
     *
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    Spent by(SessionName session) {
        return spent(sessions(file.read()).path(session.value()));
    }

    /** By all of them, today. */
    Spent byAll() {
        Spent all = Spent.NOTHING;
        for (JsonNode session : sessions(file.read())) {
            all = all.plus(spent(session));
        }
        return all;
    }

    /** Books a turn, and returns when that is on the disk. */
    void add(SessionName session, Spent spent) {
        file.change(content -> {
            ObjectNode sessions = sessions(content);
            Spent now = spent(sessions.path(session.value())).plus(spent);
            sessions.set(
                    session.value(),
                    JsonNodeFactory.instance.objectNode().put("usd", now.usd()).put("turns", now.turns()));
            ObjectNode next = JsonNodeFactory.instance.objectNode().put("day", today().toString());
            return next.set("sessions", sessions);
        });
    }

    /** Those of today; what stands there of another day counts no more. */
    private ObjectNode sessions(JsonNode content) {
        boolean ofToday = content.path("day").asText().equals(today().toString());
        return ofToday && content.path("sessions") instanceof ObjectNode sessions
                ? sessions
                : JsonNodeFactory.instance.objectNode();
    }

    private static Spent spent(JsonNode session) {
        BigDecimal usd = session.path("usd").decimalValue();
        return new Spent(
                usd.max(BigDecimal.ZERO), Math.max(0, session.path("turns").asInt()));
    }
}
