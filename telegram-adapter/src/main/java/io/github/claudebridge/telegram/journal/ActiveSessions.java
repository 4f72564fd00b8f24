package io.github.claudebridge.telegram.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/** Which session each chat talks to, by name. Thread-safe. */
public final class ActiveSessions {

    private final Database database;

    ActiveSessions(Database database) {
        this.database = database;
    }

    /** The name of the session that the chat talks to, if it has chosen one. */
    public Optional<String> of(long chatId) {
        return database.transaction(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT session FROM active_sessions WHERE chat_id = ?")) {
                select.setLong(1, chatId);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** Makes the chat talk to the session of this name. */
    public void activate(long chatId, String session) {
        database.transaction(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(
                    "INSERT INTO active_sessions VALUES (?, ?) ON CONFLICT (chat_id) DO UPDATE SET session = excluded.session")) {
                upsert.setLong(1, chatId);
                upsert.setString(2, session);
                return upsert.executeUpdate();
            }
        });
    }
}
