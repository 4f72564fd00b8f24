package io.github.claudebridge.telegram.testing;

import java.time.Duration;
import java.util.Map;

/** A way in which a call can fail. All are immutable. */
public sealed interface Fault {

    /**
     * The server refuses; nothing is applied.
     *
     * @param status the HTTP status, which is also the {@code error_code}
     * @param description the whole description, such as {@code Internal Server Error: restart}
     * @param parameters the {@code parameters} of the answer, such as {@code retry_after}; may be empty
     */
    record Refused(int status, String description, Map<String, Long> parameters) implements Fault {

        public Refused {
            parameters = Map.copyOf(parameters);
        }

        /** A refusal without parameters. */
        public Refused(int status, String description) {
            this(status, description, Map.of());
        }

        /** A 429 with this waiting time in seconds. */
        public static Refused retryAfter(long seconds) {
            return new Refused(429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
        }
    }

    /** A proxy in front of the server answers 502 with a page of HTML; nothing is applied. */
    record BadGateway() implements Fault {}

    /**
     * The call is applied, its answer comes late.
     *
     * @param delay how late, in real time
     */
    record Slow(Duration delay) implements Fault {}

    /** The connection ends without an answer; nothing is applied. */
    record CutBefore() implements Fault {}

    /** The call is applied, then the connection ends without an answer: the caller cannot know. */
    record AppliedThenCut() implements Fault {}

    /** The call is applied, but its answer breaks off in the middle. */
    record TruncatedAnswer() implements Fault {}
}
