package io.github.claudebridge.telegram.journal;

import java.util.Optional;

/** Which session each chat, and each topic of a chat, talks to, by name. Thread-safe. */
public final class ActiveSessions {

    private final Database database;

    ActiveSessions(Database database) {
        this.database = database;
    }

    /**
     * The name of the session that is talked to here, if one was chosen.
     *
     * @param topicId the topic of the chat; 0 for none
     */
    public Optional<String> of(long chatId, long topicId) {
        return database.transaction(connection -> Database.query(
                        connection,
                        row -> row.getString(1),
                        "SELECT session FROM active_sessions WHERE chat_id = ? AND topic_id = ?",
                        chatId,
                        topicId)
                .stream()
                .findFirst());
    }

    /**
     * Makes the session of this name the one that is talked to here.
     *
     * @param topicId the topic of the chat; 0 for none
     */
    public void activate(long chatId, long topicId, String session) {
        database.execute(
                "INSERT INTO active_sessions VALUES (?, ?, ?)"
                        + " ON CONFLICT (chat_id, topic_id) DO UPDATE SET session = excluded.session",
                chatId,
                topicId,
                session);
    }

    /** A session is not there any more: whatever talked to it talks to none. */
    public void deactivate(String session) {
        database.execute("DELETE FROM active_sessions WHERE session = ?", session);
    }

    /** A session has another name now. */
    public void rename(String from, String to) {
        database.transaction(connection -> {
            Database.execute(
                    connection, "UPDATE prompts SET session = ? WHERE session = ? AND state <> 'DONE'", to, from);
            return Database.execute(connection, "UPDATE active_sessions SET session = ? WHERE session = ?", to, from);
        });
    }
}
