package io.github.claudebridge.process.event;

import org.jspecify.annotations.Nullable;

/**
 * What the CLI is doing within a turn.
 *
 * @param status such as {@code requesting} or {@code compacting}; null when that is over
 * @param permissionMode the new permission mode; null where it did not change
 * @param compactResult how a compaction ended; null otherwise
 */
public record StatusReport(
        @Nullable String status,
        @Nullable String permissionMode,
        @Nullable String compactResult) implements ClaudeEvent {}
