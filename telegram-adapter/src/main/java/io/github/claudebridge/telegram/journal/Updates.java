package io.github.claudebridge.telegram.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The updates that came in: received, then started, then handled. Thread-safe. */
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
     * Stores updates that are not known yet, all or none.
     *
     * @param payloads the updates as Telegram sent them, by {@code update_id}
     * @return those that are new, in the order given
     */
    public List<StoredUpdate> receive(Map<Long, String> payloads) {
        return database.transaction(connection -> {
            List<StoredUpdate> fresh = new ArrayList<>();
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO updates VALUES (?, ?, 'RECEIVED', ?) ON CONFLICT DO NOTHING")) {
                for (Map.Entry<Long, String> update : payloads.entrySet()) {
                    insert.setLong(1, update.getKey());
                    insert.setLong(2, clock.millis());
                    insert.setString(3, update.getValue());
                    if (insert.executeUpdate() == 1) {
                        fresh.add(new StoredUpdate(update.getKey(), false, update.getValue()));
                    }
                }
            }
            return fresh;
        });
    }

    /** The updates that are not handled, oldest first. */
    public List<StoredUpdate> open() {
        return database.transaction(connection -> {
            List<StoredUpdate> open = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT update_id, state, payload FROM updates WHERE state <> 'HANDLED' ORDER BY update_id");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    open.add(new StoredUpdate(rows.getLong(1), "STARTED".equals(rows.getString(2)), rows.getString(3)));
                }
            }
            return open;
        });
    }

    /** Notes that work on the update is about to begin. */
    public void started(long updateId) {
        move(updateId, "UPDATE updates SET state = 'STARTED' WHERE update_id = ? AND state = 'RECEIVED'");
    }

    /** Notes that nothing is left to do for the update, and forgets what it said. */
    public void handled(long updateId) {
        move(updateId, "UPDATE updates SET state = 'HANDLED', payload = '' WHERE update_id = ?");
    }

    void forgetHandledBefore(Instant instant) {
        move(instant.toEpochMilli(), "DELETE FROM updates WHERE state = 'HANDLED' AND received_at < ?");
    }

    private void move(long parameter, String sql) {
        database.transaction(connection -> update(connection, sql, parameter));
    }

    private static int update(Connection connection, String sql, long parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, parameter);
            return statement.executeUpdate();
        }
    }
}
