package io.github.claudebridge.telegram.journal;

import java.util.Optional;

/** Which session each chat talks to, by name. Thread-safe. */
public final class ActiveSessions {

    private final Database database;

    ActiveSessions(Database database) {
        this.database = database;
    }

    /** The name of the session that the chat talks to, if it has chosen one. */
    public Optional<String> of(long chatId) {
        return database.transaction(connection -> Database.query(
                        connection,
                        row -> row.getString(1),
                        "SELECT session FROM active_sessions WHERE chat_id = ?",
                        chatId)
                .stream()
                .findFirst());
    }

    /** Makes the chat talk to the session of this name. */
    public void activate(long chatId, String session) {
        database.execute(
                "INSERT INTO active_sessions VALUES (?, ?) ON CONFLICT (chat_id) DO UPDATE SET session = excluded.session",
                chatId,
                session);
    }
}
