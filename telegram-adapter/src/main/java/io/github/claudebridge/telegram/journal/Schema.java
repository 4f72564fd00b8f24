package io.github.claudebridge.telegram.journal;

import java.util.List;

/** The journal's tables, as the steps that led to them. */
final class Schema {

    private static final List<String> UPDATES_AND_SESSIONS =
            List.of("""
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
            ) STRICT""");

    /** Ids grow with every message, so that their order is the order of sending. */
    private static final List<String> OUTGOING_AND_QUESTIONS =
            List.of("""
            CREATE TABLE outgoing (
              id           INTEGER PRIMARY KEY,
              delivery_key TEXT NOT NULL,
              part         INTEGER NOT NULL,
              chat_id      INTEGER NOT NULL,
              topic_id     INTEGER NOT NULL,
              silent       INTEGER NOT NULL,
              body         TEXT NOT NULL,
              state        TEXT NOT NULL CHECK (state IN ('PENDING', 'IN_FLIGHT', 'SENT', 'REFUSED')),
              message_id   INTEGER,
              reason       TEXT,
              repeats      INTEGER NOT NULL DEFAULT 0,
              settled_at   INTEGER,
              UNIQUE (delivery_key, part)
            ) STRICT""", "CREATE INDEX open_outgoing ON outgoing (id) WHERE settled_at IS NULL", """
            CREATE INDEX settled_outgoing ON outgoing (settled_at) WHERE settled_at IS NOT NULL""", """
            CREATE INDEX sent_outgoing ON outgoing (chat_id, message_id) WHERE message_id IS NOT NULL""", """
            CREATE TABLE questions (
              token        TEXT PRIMARY KEY,
              delivery_key TEXT NOT NULL UNIQUE,
              chat_id      INTEGER NOT NULL,
              topic_id     INTEGER NOT NULL,
              body         TEXT NOT NULL,
              state        TEXT NOT NULL CHECK (state IN ('OPEN', 'ANSWERED', 'WITHDRAWN')),
              answer       INTEGER,
              update_id    INTEGER,
              closed_at    INTEGER
            ) STRICT, WITHOUT ROWID""", """
            CREATE INDEX closed_questions ON questions (closed_at) WHERE closed_at IS NOT NULL""");

    private static final List<String> WAITS = List.of("""
            CREATE TABLE waits (
              chat_id INTEGER NOT NULL,
              kind    TEXT NOT NULL CHECK (kind IN ('EVERYTHING', 'TYPING')),
              until   INTEGER NOT NULL,
              PRIMARY KEY (chat_id, kind)
            ) STRICT, WITHOUT ROWID""");

    private static final List<String> PROMPTS = List.of("""
            CREATE TABLE prompts (
              id             TEXT PRIMARY KEY,
              source         TEXT NOT NULL UNIQUE,
              session        TEXT NOT NULL,
              chat_id        INTEGER NOT NULL,
              topic_id       INTEGER NOT NULL,
              text           TEXT NOT NULL,
              state          TEXT NOT NULL CHECK (state IN ('QUEUED', 'SENT', 'ASKED', 'DONE')),
              claude_session TEXT,
              done_at        INTEGER
            ) STRICT, WITHOUT ROWID""", """
            CREATE INDEX done_prompts ON prompts (done_at) WHERE done_at IS NOT NULL""");

    /** Each entry brings a file of the version that is its index to the next version; entries are only ever added. */
    static final List<List<String>> VERSIONS = List.of(UPDATES_AND_SESSIONS, OUTGOING_AND_QUESTIONS, WAITS, PROMPTS);

    private Schema() {}
}
