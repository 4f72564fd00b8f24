package io.github.claudebridge.session.log;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a conversation log. Immutable and thread-safe. Texts longer than {@link #LONGEST_TEXT} characters are cut
 * when they are written.
 */
public sealed interface LogEntry {

    /** The longest text that an entry keeps, in UTF-16 units. */
    int LONGEST_TEXT = 1 << 20;

    /** When it happened. */
    Instant at();

    /**
     * What a user asked.
     *
     * @param id id of the prompt, which its answer repeats
     * @param from who asked, for a reader
     */
    record Prompt(Instant at, String id, String from, String text) implements LogEntry {}

    /**
     * What Claude answered at the end of a turn.
     *
     * @param promptId id of the prompt; empty when nobody asked
     * @param truncated whether the answer broke off
     */
    record Answer(Instant at, Optional<String> promptId, String text, boolean truncated) implements LogEntry {}

    /**
     * A tool that Claude used.
     *
     * @param input its input as JSON text
     */
    record ToolUse(Instant at, String tool, String input) implements LogEntry {}

    /**
     * A file that came from the chat or went there.
     *
     * @param direction which way
     * @param path where it lies, relative to the session's folder where possible
     */
    record FileMoved(Instant at, Direction direction, String path, long bytes) implements LogEntry {}

    /** Which way a file went. */
    enum Direction {
        /** From the chat into the session. */
        IN,
        /** From the session into the chat. */
        OUT
    }

    /**
     * What was decided when Claude asked for a permission.
     *
     * @param by who decided: a user, a rule, or the end of a waiting time
     */
    record PermissionDecision(Instant at, String tool, boolean allowed, String by) implements LogEntry {}

    /**
     * What a turn took.
     *
     * @param costUsd in US dollars, of this turn alone
     */
    record Turn(Instant at, BigDecimal costUsd, Duration duration, Tokens tokens) implements LogEntry {}

    /** Numbers of tokens, none negative. */
    record Tokens(long input, long output, long cacheRead, long cacheWrite) {
        /** None at all. */
        public static final Tokens NONE = new Tokens(0, 0, 0, 0);

        /** The sum. */
        public Tokens plus(Tokens other) {
            return new Tokens(
                    input + other.input,
                    output + other.output,
                    cacheRead + other.cacheRead,
                    cacheWrite + other.cacheWrite);
        }
    }

    /** Something that went wrong and was told to the user. */
    record Failure(Instant at, String text) implements LogEntry {}

    /** Anything else worth remembering, such as another model or a resumed session. */
    record Note(Instant at, String text) implements LogEntry {}

    /**
     * An entry of a kind that this version does not know.
     *
     * @param json the whole entry
     */
    record Unknown(Instant at, String type, String json) implements LogEntry {}
}
