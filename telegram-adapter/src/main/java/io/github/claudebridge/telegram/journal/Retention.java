package io.github.claudebridge.telegram.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what is old, so that the journal keeps its size. Used within transactions, one at a time. */
final class Retention {

    /** How long a handled update is remembered: longer than the 24 hours for which Telegram may deliver it again. */
    static final Duration UPDATES = Duration.ofDays(3);

    /** How long anything else that is settled is remembered, so that its key does not lead to the same thing again. */
    static final Duration SETTLED = Duration.ofDays(7);

    /** How long something waits for a decision, or for a start of the bot at which it can be done. What is to be sent waits for ever. */
    static final Duration UNSETTLED = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private static final Duration OFTEN = Duration.ofHours(1);

    private final Clock clock;
    private Instant last = Instant.MIN;

    Retention(Clock clock) {
        this.clock = clock;
    }

    /** Does it at the first call, and again when some time has passed. */
    void forgetNowAndThen(Connection connection) throws SQLException {
        Instant now = clock.instant();
        if (last.equals(Instant.MIN) || Duration.between(last, now).compareTo(OFTEN) >= 0) {
            forget(connection, now);
            last = now;
        }
    }

    private static void forget(Connection connection, Instant now) throws SQLException {
        before(connection, "DELETE FROM updates WHERE state = 'HANDLED' AND received_at < ?", now.minus(UPDATES));
        before(connection, "DELETE FROM outgoing WHERE settled_at < ?", now.minus(SETTLED));
        before(connection, "DELETE FROM questions WHERE closed_at < ?", now.minus(SETTLED));
        before(connection, "DELETE FROM prompts WHERE done_at < ?", now.minus(SETTLED));
        giveUp(connection, now.minus(UNSETTLED));
        Database.execute(connection, "DELETE FROM prompt_parts WHERE prompt NOT IN (SELECT id FROM prompts)");
        before(connection, "DELETE FROM decisions WHERE decided_at < ?", now.minus(SETTLED));
        before(connection, "DELETE FROM waits WHERE until < ?", now);
    }

    private static void giveUp(Connection connection, Instant time) throws SQLException {
        int given = before(connection, "DELETE FROM updates WHERE received_at < ?", time)
                + before(connection, "DELETE FROM questions WHERE asked_at < ?", time)
                + before(connection, "DELETE FROM prompts WHERE accepted_at < ?", time);
        if (given > 0) {
            LOG.warn(
                    "{} messages and questions are given up: nobody cared for them in {} days.",
                    given,
                    UNSETTLED.toDays());
        }
    }

    private static int before(Connection connection, String sql, Instant time) throws SQLException {
        return Database.execute(connection, sql, time.toEpochMilli());
    }
}
