package io.github.claudebridge.telegram.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The bot's memory across restarts. Thread-safe. */
public final class Journal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final Updates updates;
    private final Prompts prompts;
    private final ActiveSessions activeSessions;
    private final Outgoing outgoing;
    private final Questions questions;
    private final Waits waits;
    private final DraftMessages draftMessages;
    private final Decisions decisions;

    private Journal(Database database, Clock clock) {
        this.database = database;
        this.updates = new Updates(database, clock, new Retention(clock));
        this.prompts = new Prompts(database, clock);
        this.activeSessions = new ActiveSessions(database);
        this.outgoing = new Outgoing(database, clock);
        this.questions = new Questions(database, clock);
        this.waits = new Waits(database, clock);
        this.draftMessages = new DraftMessages(database);
        this.decisions = new Decisions(database, clock);
    }

    /**
     * Opens the journal, making it where there is none.
     *
     * @param file the SQLite file; its folder must exist
     * @param clock tells when something was stored
     * @throws JournalException if the file cannot be read or written as a journal
     */
    public static Journal open(Path file, Clock clock) {
        return open(file, clock, PATIENCE);
    }

    /**
     * As above.
     *
     * @param patience how long to wait for another program that holds the file
     */
    static Journal open(Path file, Clock clock, Duration patience) {
        return new Journal(Database.open(file, patience), clock);
    }

    /** The updates that came in. */
    public Updates updates() {
        return updates;
    }

    /** What Claude is to be told. */
    public Prompts prompts() {
        return prompts;
    }

    /** The session that each chat talks to. */
    public ActiveSessions activeSessions() {
        return activeSessions;
    }

    /** The messages that are to be sent. */
    public Outgoing outgoing() {
        return outgoing;
    }

    /** The questions that were asked. */
    public Questions questions() {
        return questions;
    }

    /** The chats that want silence. */
    public Waits waits() {
        return waits;
    }

    /** The messages that stand for drafts. */
    public DraftMessages draftMessages() {
        return draftMessages;
    }

    /** What was decided before it was done. */
    public Decisions decisions() {
        return decisions;
    }

    /** Notes that a chat has another number now. */
    public void chatMoved(long from, long to) {
        database.transaction(connection -> {
            Database.execute(connection, "UPDATE outgoing SET chat_id = ? WHERE chat_id = ?", to, from);
            Database.execute(connection, "UPDATE questions SET chat_id = ? WHERE chat_id = ?", to, from);
            Database.execute(connection, "UPDATE prompts SET chat_id = ? WHERE chat_id = ?", to, from);
            return Database.execute(
                    connection, "UPDATE OR REPLACE active_sessions SET chat_id = ? WHERE chat_id = ?", to, from);
        });
    }

    /** Closes the file. Later calls on the journal's parts throw {@link JournalException}. */
    @Override
    public void close() {
        database.close();
    }
}
