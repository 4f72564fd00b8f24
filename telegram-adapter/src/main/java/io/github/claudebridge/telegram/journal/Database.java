package io.github.claudebridge.telegram.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One SQLite connection, used by one thread at a time; a committed statement has reached the disk. */
final class Database implements AutoCloseable {

    /** What the log of changes is cut to; it grows beyond only while much is written at once. */
    private static final int WAL_BYTES = 4 << 20;

    /** Below this nothing is to be won. */
    private static final int FEW_PAGES = 256;

    private final Path file;
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Database open(Path file, Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        config.setJournalSizeLimit(WAL_BYTES);
        try {
            Database database = new Database(file, config.createConnection("jdbc:sqlite:" + file));
            try {
                database.check();
                database.migrate();
                database.shrink();
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
            T result;
            try {
                result = work.run(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                undo(e);
                throw e;
            }
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** SQLite ends a transaction itself when, for example, the disk is full, and then complains about an end; only the cause matters. */
    private void undo(Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** As {@link #transaction}, but without waiting for the disk: the system has the change, so only its own failure can lose it. */
    synchronized <T> T relaxed(Work<T> work) {
        try (Statement pragma = connection.createStatement()) {
            pragma.execute("PRAGMA synchronous = NORMAL");
            try {
                return transaction(work);
            } finally {
                pragma.execute("PRAGMA synchronous = FULL");
            }
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** Runs one statement in a transaction of its own. */
    int execute(String sql, @Nullable Object... parameters) {
        return transaction(connection -> execute(connection, sql, parameters));
    }

    /** Runs one statement within a transaction. */
    static int execute(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** Reads all rows of a query within a transaction. */
    static <T> List<T> query(Connection connection, Row<T> row, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, parameters);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
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

    /** Damage is found before anything relies on what is not there. */
    private void check() {
        transaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (!result.next() || !result.getString(1).equals("ok")) {
                    throw new SQLiteException("its content is inconsistent", SQLiteErrorCode.SQLITE_CORRUPT);
                }
                return true;
            }
        });
    }

    private void migrate() {
        transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                int version = statement.executeQuery("PRAGMA user_version").getInt(1);
                if (version > Schema.VERSIONS.size()) {
                    throw new SQLException("it was written by a newer version of claude-bridge");
                }
                for (List<String> migration : Schema.VERSIONS.subList(version, Schema.VERSIONS.size())) {
                    for (String sql : migration) {
                        statement.executeUpdate(sql);
                    }
                }
                return statement.executeUpdate("PRAGMA user_version = " + Schema.VERSIONS.size());
            }
        });
    }

    /** What is free in the file is used again; only a file that is mostly free is written anew. */
    private void shrink() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int pages = statement.executeQuery("PRAGMA page_count").getInt(1);
            int free = statement.executeQuery("PRAGMA freelist_count").getInt(1);
            if (pages > FEW_PAGES && free > pages / 2) {
                statement.execute("VACUUM");
            }
        }
    }

    private static JournalException failure(Path file, SQLException cause) {
        SQLiteErrorCode code =
                cause instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String nextStep = switch (code) {
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                " It is damaged: stop the bot, move the file away together with those that begin with its name, and start again"
                        + " with an empty one; what was not handled or delivered yet is lost.";
            case SQLITE_FULL -> " Make room on the disk.";
            case SQLITE_BUSY, SQLITE_LOCKED -> " Another program holds it: end that one.";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> " See that this user may write there.";
            default -> "";
        };
        return new JournalException(
                "The journal " + file + " cannot be used: " + cause.getMessage() + "." + nextStep, cause);
    }

    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
