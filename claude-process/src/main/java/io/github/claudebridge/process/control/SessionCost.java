package io.github.claudebridge.process.control;

import io.github.claudebridge.process.json.Json;
import java.time.Duration;

/**
 * What a session has cost so far.
 *
 * @param totalUsd money
 * @param apiDuration time that the model worked
 * @param duration time since the start
 * @param linesAdded lines of code that were added
 * @param linesRemoved lines of code that were removed
 * @param models the share of each model, in the CLI's form
 */
public record SessionCost(
        double totalUsd, Duration apiDuration, Duration duration, long linesAdded, long linesRemoved, Json models) {}
