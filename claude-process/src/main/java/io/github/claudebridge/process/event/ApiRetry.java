package io.github.claudebridge.process.event;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * A request to the model failed and is tried again.
 *
 * @param attempt the number of the try that comes next, from 1
 * @param maxRetries how many there will be at most
 * @param delay the time until then
 * @param status the HTTP status, where there was an answer
 * @param error the CLI's kind of failure
 */
public record ApiRetry(int attempt, int maxRetries, Duration delay, OptionalInt status, String error)
        implements ClaudeEvent {}
