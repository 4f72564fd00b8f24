package io.github.claudebridge.telegram.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The chats in which Telegram wants silence for a while, so that a bot that is started again keeps it. Thread-safe. */
public final class Waits {

    private final Database database;
    private final Clock clock;

    Waits(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What Telegram does not want. */
    public enum Kind {
        EVERYTHING,
        /** The sign that shows that work goes on. */
        TYPING
    }

    /** Notes that this may not be sent in a chat for this time from now on. */
    public void add(long chatId, Kind kind, Duration wait) {
        database.transaction(connection -> {
            return Database.execute(
                    connection,
                    "INSERT INTO waits VALUES (?, ?, ?) ON CONFLICT (chat_id, kind)"
                            + " DO UPDATE SET until = max(until, excluded.until)",
                    chatId,
                    kind.name(),
                    wholeMillis(clock.instant().plus(wait)));
        });
    }

    /** Rounded up: a wait may be a little longer, but not shorter. */
    private static long wholeMillis(Instant until) {
        return until.plusNanos(999_999).toEpochMilli();
    }

    /** How long each chat still has to wait, by its number. */
    public Map<Long, Duration> left(Kind kind) {
        Instant now = clock.instant();
        Map<Long, Duration> left = new HashMap<>();
        database.transaction(connection -> Database.query(
                connection,
                row -> left.put(row.getLong(1), Duration.between(now, Instant.ofEpochMilli(row.getLong(2)))),
                "SELECT chat_id, until FROM waits WHERE kind = ? AND until > ?",
                kind.name(),
                now.toEpochMilli()));
        return left;
    }
}
