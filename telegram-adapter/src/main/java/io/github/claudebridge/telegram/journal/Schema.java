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

    /**
     * The first version knew no prompts: an update that had been begun was kept as such, and so was an answer until it had been sent. What
     * was begun becomes a prompt that Claude may have, so that its writer is asked; an answer becomes messages, in pieces that are short
     * enough whatever they consist of.
     */
    private static final List<String> WITHOUT_TURNS_IN_UPDATES = List.of(
            """
            INSERT INTO prompts (id, source, session, chat_id, topic_id, text, state)
            SELECT lower(printf('%s-%s-4%s-8%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2),
                          substr(hex(randomblob(2)), 2), hex(randomblob(6)))),
                   'update/' || update_id,
                   coalesce((SELECT session FROM active_sessions
                             WHERE chat_id = json_extract(payload, '$.message.chat.id')), 'default'),
                   json_extract(payload, '$.message.chat.id'),
                   coalesce(json_extract(payload, '$.message.message_thread_id'), 0),
                   coalesce(json_extract(payload, '$.message.text'), ''),
                   'SENT'
            FROM updates
            WHERE state = 'STARTED' AND json_type(payload, '$.message.chat.id') = 'integer'
            ON CONFLICT DO NOTHING""",
            """
            WITH RECURSIVE pieces (update_id, payload, part, piece, rest) AS (
              SELECT update_id, payload, 0, substr(answer, 1, 2000), substr(answer, 2001) FROM updates
              WHERE state = 'ANSWERED' AND answer <> '' AND json_type(payload, '$.message.chat.id') = 'integer'
              UNION ALL
              SELECT update_id, payload, part + 1, substr(rest, 1, 2000), substr(rest, 2001) FROM pieces WHERE rest <> '')
            INSERT INTO outgoing (delivery_key, part, chat_id, topic_id, silent, body, state)
            SELECT 'update/' || update_id, part, json_extract(payload, '$.message.chat.id'),
                   coalesce(json_extract(payload, '$.message.message_thread_id'), 0), 0,
                   json_object('message', json_object('text', piece, 'entities', json_array()), 'buttons', json_array(),
                               'edits', NULL, 'replyTo', 0, 'files', json_array()),
                   'PENDING'
            FROM pieces WHERE true ON CONFLICT DO NOTHING""",
            "UPDATE updates SET state = 'HANDLED', payload = '' WHERE state = 'ANSWERED'",
            """
            CREATE TABLE simple_updates (
              update_id   INTEGER PRIMARY KEY,
              received_at INTEGER NOT NULL,
              state       TEXT NOT NULL CHECK (state IN ('RECEIVED', 'HANDLED')),
              payload     TEXT NOT NULL
            ) STRICT""",
            """
            INSERT INTO simple_updates
            SELECT update_id, received_at, iif(state = 'HANDLED', state, 'RECEIVED'), payload FROM updates""",
            "DROP TABLE updates",
            "ALTER TABLE simple_updates RENAME TO updates",
            "CREATE INDEX open_updates ON updates (received_at, update_id) WHERE state <> 'HANDLED'",
            "CREATE INDEX updates_by_age ON updates (received_at)");

    /** The age of what somebody still has to decide. */
    private static final List<String> AGES = List.of(
            "ALTER TABLE prompts ADD COLUMN accepted_at INTEGER",
            "UPDATE prompts SET accepted_at = 1000 * CAST(strftime('%s', 'now') AS INTEGER)",
            "CREATE INDEX prompts_by_age ON prompts (accepted_at)",
            "ALTER TABLE questions ADD COLUMN asked_at INTEGER",
            "UPDATE questions SET asked_at = 1000 * CAST(strftime('%s', 'now') AS INTEGER)",
            "CREATE INDEX questions_by_age ON questions (asked_at)");

    /** One prompt may come of several messages; a chat's topics have sessions of their own. */
    private static final List<String> PARTS_AND_TOPICS = List.of("""
            CREATE TABLE prompt_parts (
              source     TEXT PRIMARY KEY,
              prompt     TEXT NOT NULL,
              position   INTEGER NOT NULL,
              message_id INTEGER NOT NULL,
              user_id    INTEGER NOT NULL,
              text       TEXT NOT NULL,
              files      TEXT NOT NULL
            ) STRICT, WITHOUT ROWID""", """
            CREATE INDEX parts_of_prompts ON prompt_parts (prompt, position)""", """
            CREATE TABLE active_in_topics (
              chat_id  INTEGER NOT NULL,
              topic_id INTEGER NOT NULL,
              session  TEXT NOT NULL,
              PRIMARY KEY (chat_id, topic_id)
            ) STRICT, WITHOUT ROWID""", """
            INSERT INTO active_in_topics SELECT chat_id, 0, session FROM active_sessions""", """
            DROP TABLE active_sessions""", """
            ALTER TABLE active_in_topics RENAME TO active_sessions""");

    private static final List<String> DRAFT_MESSAGES = List.of("""
            CREATE TABLE draft_messages (
              chat_id    INTEGER NOT NULL,
              message_id INTEGER NOT NULL,
              PRIMARY KEY (chat_id, message_id)
            ) STRICT, WITHOUT ROWID""");

    private static final List<String> DECISIONS = List.of("""
            CREATE TABLE decisions (
              decision_key TEXT PRIMARY KEY,
              decision     TEXT NOT NULL,
              decided_at   INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID""", """
            CREATE INDEX decisions_by_age ON decisions (decided_at)""");

    /** Each entry brings a file of the version that is its index to the next version; entries are only ever added. */
    static final List<List<String>> VERSIONS = List.of(
            UPDATES_AND_SESSIONS,
            OUTGOING_AND_QUESTIONS,
            WAITS,
            PROMPTS,
            WITHOUT_TURNS_IN_UPDATES,
            AGES,
            PARTS_AND_TOPICS,
            DRAFT_MESSAGES,
            DECISIONS);

    private Schema() {}
}
