package io.github.claudebridge.telegram.journal;

import java.util.List;

/** The messages that stand for drafts where a chat shows none. None is to stay longer than its turn. Thread-safe. */
public final class DraftMessages {

    private final Database database;

    DraftMessages(Database database) {
        this.database = database;
    }

    /**
     * A message that is still there.
     *
     * @param chatId its chat
     * @param messageId its number in the chat
     */
    public record Left(long chatId, long messageId) {}

    /** Notes that a message is there. A killed process does not lose this; a power failure may. */
    public void add(long chatId, long messageId) {
        database.relaxed(connection ->
                Database.execute(connection, "INSERT OR IGNORE INTO draft_messages VALUES (?, ?)", chatId, messageId));
    }

    /** Notes that a message is gone, or can never be taken away. */
    public void remove(long chatId, long messageId) {
        database.relaxed(connection -> Database.execute(
                connection, "DELETE FROM draft_messages WHERE chat_id = ? AND message_id = ?", chatId, messageId));
    }

    /** What an earlier run left. */
    public List<Left> left() {
        return database.transaction(connection -> Database.query(
                connection,
                row -> new Left(row.getLong(1), row.getLong(2)),
                "SELECT chat_id, message_id FROM draft_messages"));
    }
}
