package io.github.claudebridge.process.testing.internal.api;

import com.sun.net.httpserver.Headers;
import java.time.Clock;

/** The headers that tell a subscriber how much of the limits is used. */
final class LimitHeaders {
    private static final String PREFIX = "anthropic-ratelimit-unified-";
    private static final int RESET_AFTER_SECONDS = 3600;

    private final Clock clock;

    LimitHeaders(Clock clock) {
        this.clock = clock;
    }

    void add(Headers headers, String status) {
        String reset = String.valueOf(clock.instant().getEpochSecond() + RESET_AFTER_SECONDS);
        headers.set(PREFIX + "status", status);
        headers.set(PREFIX + "reset", reset);
        headers.set(PREFIX + "representative-claim", "five_hour");
        headers.set(PREFIX + "5h-status", status);
        headers.set(PREFIX + "5h-reset", reset);
        headers.set(PREFIX + "5h-utilization", "0.92");
        headers.set(PREFIX + "5h-surpassed-threshold", "0.9");
        headers.set(PREFIX + "fallback-percentage", "0.5");
    }
}
