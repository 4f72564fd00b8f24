package io.github.claudebridge.telegram.journal;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The updates that came in: received, and at last handled. Thread-safe. */
public final class Updates {

    private final Database database;
    private final Clock clock;
    private final Retention retention;

    Updates(Database database, Clock clock, Retention retention) {
        this.database = database;
        this.clock = clock;
        this.retention = retention;
    }

    /**
     * Stores updates that are not known yet, all or none. Now and then the whole journal forgets what is old.
     *
     * @param payloads the updates as Telegram sent them, by {@code update_id}
     * @return those that are new, in the order given
     */
    public List<StoredUpdate> receive(Map<Long, String> payloads) {
        return database.transaction(connection -> {
            retention.forgetNowAndThen(connection);
            List<StoredUpdate> fresh = new ArrayList<>();
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO updates VALUES (?, ?, 'RECEIVED', ?) ON CONFLICT DO NOTHING")) {
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
}
