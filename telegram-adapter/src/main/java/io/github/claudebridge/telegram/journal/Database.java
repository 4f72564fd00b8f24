package io.github.claudebridge.telegram.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** One SQLite connection, used by one thread at a time; a committed statement has reached the disk. */
final class Database implements AutoCloseable {

    /** Each entry brings a file of the version that is its index to the next version; entries are only ever added. */
    private static final List<List<String>> MIGRATIONS =
            List.of(List.of("""
            CREATE TABLE updates (
              update_id   INTEGER PRIMARY KEY,
              received_at INTEGER NOT NULL,
              state       TEXT NOT NULL CHECK (state IN ('RECEIVED', 'STARTED', 'ANSWERED', 'HANDLED')),
              payload     TEXT NOT NULL,
              answer      TEXT
            ) STRICT""", "CREATE INDEX open_updates ON updates (update_id) WHERE state <> 'HANDLED'", """
            CREATE TABLE active_sessions (
              chat_id INTEGER PRIMARY KEY,
              session TEXT NOT NULL
            ) STRICT"""));

    private final Path file;
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Database open(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(5_000);
        try {
            Database database = new Database(file, config.createConnection("jdbc:sqlite:" + file));
            try {
                database.migrate();
            } catch (JournalException e) {
                database.close();
                throw e;
            }
            return database;
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** Runs the work with the connection to itself, in one transaction that is rolled back if the work throws. */
    synchronized <T> T transaction(Work<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    private void migrate() {
        transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                int version = statement.executeQuery("PRAGMA user_version").getInt(1);
                if (version > MIGRATIONS.size()) {
                    throw new SQLException("it was written by a newer version of claude-bridge");
                }
                for (List<String> migration : MIGRATIONS.subList(version, MIGRATIONS.size())) {
                    for (String sql : migration) {
                        statement.executeUpdate(sql);
                    }
                }
                return statement.executeUpdate("PRAGMA user_version = " + MIGRATIONS.size());
            }
        });
    }

    private static JournalException failure(Path file, SQLException cause) {
        return new JournalException("The journal " + file + " cannot be used: " + cause.getMessage(), cause);
    }

    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
