package io.github.claudebridge.telegram.journal;

import io.github.claudebridge.telegram.journal.StoredPrompt.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The prompts: queued, then sent to Claude, perhaps asked about, at last done. Thread-safe. */
public final class Prompts {

    private final Database database;
    private final Clock clock;

    Prompts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Stores a prompt under a new id, unless there is one of this key.
     *
     * @return the prompt of this key, as it is stored
     */
    public StoredPrompt accept(String key, String session, long chatId, long topicId, String text) {
        return database.transaction(connection -> {
            Database.execute(
                    connection,
                    "INSERT INTO prompts (id, source, session, chat_id, topic_id, text, state, accepted_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, 'QUEUED', ?) ON CONFLICT (source) DO NOTHING",
                    UUID.randomUUID().toString(),
                    key,
                    session,
                    chatId,
                    topicId,
                    text,
                    clock.millis());
            return read(connection, "source", key).orElseThrow();
        });
    }

    /** The prompt of this key, if it is remembered. */
    public Optional<StoredPrompt> ofKey(String key) {
        return database.transaction(connection -> read(connection, "source", key));
    }

    /** The prompt of this id, if it is remembered. */
    public Optional<StoredPrompt> ofId(UUID id) {
        return database.transaction(connection -> read(connection, "id", id.toString()));
    }

    /** Notes that the prompt is about to be handed to this session of Claude. */
    public void sent(UUID id, UUID claudeSession) {
        database.execute(
                "UPDATE prompts SET state = 'SENT', claude_session = ? WHERE id = ? AND state <> 'DONE'",
                claudeSession.toString(),
                id.toString());
    }

    /** Notes that somebody has to decide about the prompt. */
    public void asked(UUID id) {
        database.execute("UPDATE prompts SET state = 'ASKED' WHERE id = ? AND state <> 'DONE'", id.toString());
    }

    /** Notes that nothing is left to do for the prompt, and forgets what it said. */
    public void done(UUID id) {
        database.execute(
                "UPDATE prompts SET state = 'DONE', text = '', done_at = ? WHERE id = ? AND state <> 'DONE'",
                clock.millis(),
                id.toString());
    }

    private static Optional<StoredPrompt> read(Connection connection, String column, String value) throws SQLException {
        return Database.query(
                        connection,
                        row -> new StoredPrompt(
                                UUID.fromString(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getString(6),
                                State.valueOf(row.getString(7)),
                                uuid(row.getString(8))),
                        "SELECT id, source, session, chat_id, topic_id, text, state, claude_session FROM prompts WHERE "
                                + column + " = ?",
                        value)
                .stream()
                .findFirst();
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
