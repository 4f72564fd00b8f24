package io.github.claudebridge.telegram.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The updates that came in: received, and at last handled. Thread-safe. */
public final class Updates {

    /** How long a handled update is remembered: longer than the 24 hours for which Telegram may deliver it again. */
    static final Duration KEPT = Duration.ofDays(3);

    private final Database database;
    private final Clock clock;

    Updates(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Stores updates that are not known yet, all or none, and forgets those that were handled long ago.
     *
     * @param payloads the updates as Telegram sent them, by {@code update_id}
     * @return those that are new, in the order given
     */
    public List<StoredUpdate> receive(Map<Long, String> payloads) {
        return database.transaction(connection -> {
            forget(connection, clock.instant().minus(KEPT));
            List<StoredUpdate> fresh = new ArrayList<>();
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO updates VALUES (?, ?, 'RECEIVED', ?, NULL) ON CONFLICT DO NOTHING")) {
                for (Map.Entry<Long, String> update : payloads.entrySet()) {
                    insert.setLong(1, update.getKey());
                    insert.setLong(2, clock.millis());
                    insert.setString(3, update.getValue());
                    if (insert.executeUpdate() == 1) {
                        fresh.add(new StoredUpdate(update.getKey(), update.getValue()));
                    }
                }
            }
            return fresh;
        });
    }

    /** The updates that are not handled, oldest first. */
    public List<StoredUpdate> open() {
        return database.transaction(connection -> Database.query(
                connection,
                row -> new StoredUpdate(row.getLong(1), row.getString(2)),
                "SELECT update_id, payload FROM updates WHERE state <> 'HANDLED' ORDER BY received_at, update_id"));
    }

    /** Notes that nothing is left to do for the update, and forgets what it said. */
    public void handled(long updateId) {
        database.execute("UPDATE updates SET state = 'HANDLED', payload = '' WHERE update_id = ?", updateId);
    }

    private static void forget(Connection connection, Instant handledBefore) throws SQLException {
        Database.execute(
                connection,
                "DELETE FROM updates WHERE state = 'HANDLED' AND received_at < ?",
                handledBefore.toEpochMilli());
    }
}
