package io.github.claudebridge.telegram.journal;

import io.github.claudebridge.telegram.journal.StoredPrompt.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The prompts: queued, then sent to Claude, perhaps asked about, at last done. Thread-safe. */
public final class Prompts {

    private static final String SELECT =
            "SELECT id, source, session, chat_id, topic_id, text, state, claude_session FROM prompts WHERE ";

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
        return accept(List.of(new PromptPart(key, 0, 0, text)), session, chatId, topicId, text);
    }

    /**
     * Stores a prompt that is made of messages under a new id, unless the first of them belongs to one already.
     *
     * @param parts at least one, none of which belongs to another prompt
     * @param text what they say together
     * @return the prompt of the first, as it is stored
     */
    public StoredPrompt accept(List<PromptPart> parts, String session, long chatId, long topicId, String text) {
        String key = parts.get(0).source();
        return database.transaction(connection -> {
            Optional<StoredPrompt> known = ofSource(connection, key);
            if (known.isPresent()) {
                return known.get();
            }
            UUID id = UUID.randomUUID();
            Database.execute(
                    connection,
                    "INSERT INTO prompts (id, source, session, chat_id, topic_id, text, state, accepted_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, 'QUEUED', ?)",
                    id.toString(),
                    key,
                    session,
                    chatId,
                    topicId,
                    text,
                    clock.millis());
            for (int position = 0; position < parts.size(); position++) {
                PromptPart part = parts.get(position);
                Database.execute(
                        connection,
                        "INSERT INTO prompt_parts VALUES (?, ?, ?, ?, ?, ?, ?)",
                        part.source(),
                        id.toString(),
                        position,
                        part.messageId(),
                        part.userId(),
                        part.text(),
                        part.files());
            }
            return new StoredPrompt(id, key, session, chatId, topicId, text, State.QUEUED, null, parts);
        });
    }

    /** The prompt that came from this, alone or with others, if it is remembered. */
    public Optional<StoredPrompt> ofKey(String source) {
        return database.transaction(connection -> ofSource(connection, source));
    }

    /** The prompt of this id, if it is remembered. */
    public Optional<StoredPrompt> ofId(UUID id) {
        return database.transaction(connection -> read(connection, "id", id.toString()));
    }

    /** Those whose keys begin so and that are not done, oldest first. */
    public List<StoredPrompt> open(String keyPrefix) {
        return database.transaction(connection -> Database.query(
                connection,
                row -> read(connection, row),
                SELECT + "state <> 'DONE' AND substr(source, 1, ?) = ? ORDER BY accepted_at",
                keyPrefix.length(),
                keyPrefix));
    }

    /**
     * Replaces what one of its messages says, unless Claude may have the prompt.
     *
     * @param source the message
     * @param partText what the message says now
     * @param text what the messages say together now
     * @return whether it was replaced
     */
    public boolean replace(UUID id, String source, String partText, String text) {
        return database.transaction(connection -> {
            int replaced = Database.execute(
                    connection, "UPDATE prompts SET text = ? WHERE id = ? AND state = 'QUEUED'", text, id.toString());
            if (replaced == 1) {
                Database.execute(connection, "UPDATE prompt_parts SET text = ? WHERE source = ?", partText, source);
            }
            return replaced == 1;
        });
    }

    /** Notes that the files of the prompt are fetched, and what it says now that they are. */
    public void fetched(UUID id, String text) {
        database.transaction(connection -> {
            Database.execute(connection, "UPDATE prompt_parts SET files = '' WHERE prompt = ?", id.toString());
            return Database.execute(
                    connection, "UPDATE prompts SET text = ? WHERE id = ? AND state = 'QUEUED'", text, id.toString());
        });
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
        database.transaction(connection -> {
            Database.execute(
                    connection, "UPDATE prompt_parts SET text = '', files = '' WHERE prompt = ?", id.toString());
            return Database.execute(
                    connection,
                    "UPDATE prompts SET state = 'DONE', text = '', done_at = ? WHERE id = ? AND state <> 'DONE'",
                    clock.millis(),
                    id.toString());
        });
    }

    private static Optional<StoredPrompt> ofSource(Connection connection, String source) throws SQLException {
        Optional<StoredPrompt> whole = read(connection, "source", source);
        if (whole.isPresent()) {
            return whole;
        }
        List<String> prompt = Database.query(
                connection, row -> row.getString(1), "SELECT prompt FROM prompt_parts WHERE source = ?", source);
        return prompt.isEmpty() ? Optional.empty() : read(connection, "id", prompt.get(0));
    }

    private static Optional<StoredPrompt> read(Connection connection, String column, String value) throws SQLException {
        List<StoredPrompt> found =
                Database.query(connection, row -> read(connection, row), SELECT + column + " = ?", value);
        return found.stream().findFirst();
    }

    private static StoredPrompt read(Connection connection, ResultSet row) throws SQLException {
        String id = row.getString(1);
        return new StoredPrompt(
                UUID.fromString(id),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                State.valueOf(row.getString(7)),
                uuid(row.getString(8)),
                parts(connection, id));
    }

    private static List<PromptPart> parts(Connection connection, String id) throws SQLException {
        return Database.query(
                connection,
                row -> new PromptPart(
                        row.getString(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5)),
                "SELECT source, message_id, user_id, text, files FROM prompt_parts WHERE prompt = ? ORDER BY position",
                id);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
