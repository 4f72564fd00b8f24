package io.github.claudebridge.telegram.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The messages that are to be sent: pending, then in flight, at last sent or refused. Messages belong together by a key, under
 * which they are stored once. Thread-safe.
 */
public final class Outgoing {

    private static final String COLUMNS = "SELECT id, delivery_key, chat_id, topic_id, silent, body FROM outgoing ";

    private final Database database;
    private final Clock clock;

    Outgoing(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One message of a delivery.
     *
     * @param body what it says
     * @param silent whether the phone stays quiet
     */
    public record Part(String body, boolean silent) {}

    /**
     * Stores the messages of a delivery, all or none, unless its key is known already.
     *
     * @param chatId the chat
     * @param topicId the topic of the chat; 0 for none
     * @param parts the messages in order
     * @return the messages of the key that are not settled, in order
     */
    public List<OutgoingMessage> store(String key, long chatId, long topicId, List<Part> parts) {
        return database.transaction(connection -> {
            if (!isKnown(connection, key)) {
                for (int part = 0; part < parts.size(); part++) {
                    Database.execute(
                            connection,
                            "INSERT INTO outgoing (delivery_key, part, chat_id, topic_id, silent, body, state)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, 'PENDING')",
                            key,
                            part,
                            chatId,
                            topicId,
                            parts.get(part).silent() ? 1 : 0,
                            parts.get(part).body());
                }
            }
            return read(connection, COLUMNS + "WHERE delivery_key = ? AND settled_at IS NULL ORDER BY id", key);
        });
    }

    /** What is not settled, in the order in which it is to be sent. */
    public List<OutgoingMessage> open() {
        return database.transaction(connection -> read(connection, COLUMNS + "WHERE settled_at IS NULL ORDER BY id"));
    }

    /**
     * Notes that what was on its way when the bot was killed is sent again, because nobody can know whether it arrived.
     *
     * @return how many messages that are
     */
    public int repeatUnknown() {
        return database.execute(
                "UPDATE outgoing SET state = 'PENDING', repeats = repeats + 1 WHERE state = 'IN_FLIGHT'");
    }

    /** How often a message was sent again without knowing whether it had arrived, among those that are remembered. */
    public long repeats() {
        return database.transaction(connection -> Database.query(
                        connection, row -> row.getLong(1), "SELECT coalesce(sum(repeats), 0) FROM outgoing")
                .get(0));
    }

    /** Notes that the message is about to be sent. A killed process does not lose this; a power failure may. */
    public void inFlight(long id) {
        database.relaxed(connection -> Database.execute(
                connection, "UPDATE outgoing SET state = 'IN_FLIGHT' WHERE id = ? AND settled_at IS NULL", id));
    }

    /** Notes that an attempt of unknown outcome is followed by another. */
    public void repeated(long id) {
        database.relaxed(connection ->
                Database.execute(connection, "UPDATE outgoing SET repeats = repeats + 1 WHERE id = ?", id));
    }

    /**
     * Notes that the message arrived, and forgets what it said. Quick, since what is sent and not noted is sent again: a killed process does
     * not lose this; a power failure may.
     */
    public void sent(long id, long messageId) {
        database.relaxed(connection -> Database.execute(
                connection,
                "UPDATE outgoing SET state = 'SENT', body = '', message_id = ?, settled_at = ? WHERE id = ?",
                messageId,
                clock.millis(),
                id));
    }

    /**
     * Notes that the message will never be taken, and forgets what it said.
     *
     * @param reason why, for whoever reads the file
     */
    public void refused(long id, String reason) {
        database.execute(
                "UPDATE outgoing SET state = 'REFUSED', body = '', reason = ?, settled_at = ? WHERE id = ?",
                reason,
                clock.millis(),
                id);
    }

    /** The number that the chat gave to the last message of a delivery that was sent; empty while none was. */
    public OptionalLong messageId(String key) {
        return database
                .transaction(connection -> Database.query(
                        connection,
                        row -> row.getLong(1),
                        "SELECT message_id FROM outgoing WHERE delivery_key = ? AND message_id IS NOT NULL"
                                + " ORDER BY part DESC LIMIT 1",
                        key))
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The delivery that a message in a chat belongs to; empty if it is not remembered. */
    public Optional<String> keyOf(long chatId, long messageId) {
        return database
                .transaction(connection -> Database.query(
                        connection,
                        row -> row.getString(1),
                        "SELECT delivery_key FROM outgoing WHERE chat_id = ? AND message_id = ?",
                        chatId,
                        messageId))
                .stream()
                .findFirst();
    }

    /** Whether a delivery is stored under this key, settled or not. */
    public boolean isKnown(String key) {
        return database.transaction(connection -> isKnown(connection, key));
    }

    private static boolean isKnown(Connection connection, String key) throws SQLException {
        return !Database.query(connection, row -> 1, "SELECT 1 FROM outgoing WHERE delivery_key = ? LIMIT 1", key)
                .isEmpty();
    }

    private static List<OutgoingMessage> read(Connection connection, String sql, Object... parameters)
            throws SQLException {
        return Database.query(
                connection,
                row -> new OutgoingMessage(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getInt(5) != 0,
                        row.getString(6)),
                sql,
                parameters);
    }
}
