package io.github.claudebridge.telegram.journal;

import io.github.claudebridge.telegram.journal.StoredQuestion.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The questions with choices that the bot asked. Each is answered once or withdrawn. Thread-safe. */
public final class Questions {

    private static final String SELECT =
            "SELECT token, delivery_key, chat_id, topic_id, body, state FROM questions WHERE ";

    private final Database database;
    private final Clock clock;

    Questions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Stores an open question, unless there is one with its key.
     *
     * @return the one that is stored
     */
    public StoredQuestion store(StoredQuestion question) {
        return database.transaction(connection -> {
            Database.execute(
                    connection,
                    "INSERT INTO questions (token, delivery_key, chat_id, topic_id, body, state, asked_at)"
                            + " VALUES (?, ?, ?, ?, ?, 'OPEN', ?) ON CONFLICT DO NOTHING",
                    question.token(),
                    question.key(),
                    question.chatId(),
                    question.topicId(),
                    question.body(),
                    clock.millis());
            return find(connection, "delivery_key", question.key()).orElseThrow();
        });
    }

    /** The question of this token, if it is remembered. */
    public Optional<StoredQuestion> find(String token) {
        return database.transaction(connection -> find(connection, "token", token));
    }

    /** The question of this delivery, if it is remembered. */
    public Optional<StoredQuestion> ofKey(String key) {
        return database.transaction(connection -> find(connection, "delivery_key", key));
    }

    /**
     * Notes the choice that an update made.
     *
     * @param choice its index
     * @return whether this update, now or when it was looked at before, is the one that decided
     */
    public boolean answer(String token, int choice, long updateId) {
        return database.transaction(connection -> {
            Database.execute(
                    connection,
                    "UPDATE questions SET state = 'ANSWERED', answer = ?, update_id = ?, closed_at = ?"
                            + " WHERE token = ? AND state = 'OPEN'",
                    choice,
                    updateId,
                    clock.millis(),
                    token);
            return !Database.query(
                            connection,
                            row -> 1,
                            "SELECT 1 FROM questions WHERE token = ? AND update_id = ?",
                            token,
                            updateId)
                    .isEmpty();
        });
    }

    /**
     * Keeps another form of a question that is open.
     *
     * @return whether it is open
     */
    public boolean rewrite(String key, String body) {
        return database.execute("UPDATE questions SET body = ? WHERE delivery_key = ? AND state = 'OPEN'", body, key)
                == 1;
    }

    /** The open questions whose keys begin so. */
    public List<StoredQuestion> open(String keyPrefix) {
        return database.transaction(connection -> Database.query(
                connection,
                Questions::read,
                SELECT + "state = 'OPEN' AND substr(delivery_key, 1, ?) = ?",
                keyPrefix.length(),
                keyPrefix));
    }

    /**
     * Closes a question without an answer.
     *
     * @return whether it was open until now
     */
    public boolean withdraw(String key) {
        return database.execute(
                        "UPDATE questions SET state = 'WITHDRAWN', closed_at = ? WHERE delivery_key = ? AND state = 'OPEN'",
                        clock.millis(),
                        key)
                == 1;
    }

    private static Optional<StoredQuestion> find(Connection connection, String column, String value)
            throws SQLException {
        return Database.query(connection, Questions::read, SELECT + column + " = ?", value).stream()
                .findFirst();
    }

    private static StoredQuestion read(ResultSet row) throws SQLException {
        return new StoredQuestion(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                State.valueOf(row.getString(6)));
    }
}
