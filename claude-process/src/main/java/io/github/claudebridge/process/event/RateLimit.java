package io.github.claudebridge.process.event;

import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The state of the subscription's limits.
 *
 * @param status such as {@code allowed}, {@code allowed_warning} or {@code rejected}
 * @param type which limit, such as {@code five_hour}
 * @param resetsAt when it starts afresh; null where unknown
 * @param utilization the used share, 0 to 1, where known
 */
public record RateLimit(
        String status, String type, @Nullable Instant resetsAt, OptionalDouble utilization) implements ClaudeEvent {}
