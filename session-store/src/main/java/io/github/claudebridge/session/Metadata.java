package io.github.claudebridge.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@code metadata.json} said at the moment it was read. Immutable and thread-safe; change it with {@link
 * SessionStore#update}.
 *
 * @param schema version of the file format; files of earlier versions are read as this one
 * @param name name of the session: that of its folder, whatever the file says
 * @param status stored state
 * @param createdAt when the session was created
 * @param lastActivityAt when it was last used
 * @param persona name of the persona it was created with; its own copy may differ from the library by now
 * @param model model chosen for this session, which wins over the persona's; null when none was chosen
 * @param outputMode how much is shown in the chat
 * @param idleTimeout after how long without activity the process is suspended; positive
 * @param claudeSessionId id of Claude's own session; null before the first start
 * @param hasHistory whether that session has had a turn, so that it must be resumed and not started anew
 * @param earlierClaudeSessionIds ids that this session used before, oldest first
 * @param pid process id of the last started Claude process; null when it has ended in an orderly way
 * @param pidStartedAt start time of that process, so that a re-used pid is not mistaken for it
 * @param turns number of completed turns; not negative
 * @param totalCostUsd sum of the costs of its turns in US dollars; not negative
 * @param directory mirror of the granted working directory, for the reader only; null for the session's own folder
 * @param permissionMode mirror of the granted permission mode, for the reader only
 */
public record Metadata(
        int schema,
        SessionName name,
        SessionStatus status,
        Instant createdAt,
        Instant lastActivityAt,
        String persona,
        @Nullable String model,
        OutputMode outputMode,
        Duration idleTimeout,
        @Nullable UUID claudeSessionId,
        boolean hasHistory,
        List<UUID> earlierClaudeSessionIds,
        @Nullable Long pid,
        @Nullable Instant pidStartedAt,
        long turns,
        BigDecimal totalCostUsd,
        @Nullable String directory,
        @Nullable String permissionMode) {

    /** The schema version that this program writes. */
    public static final int SCHEMA = 1;

    /** The idle timeout of a new session. */
    public static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofMinutes(10);

    /** Copies the list. */
    public Metadata {
        earlierClaudeSessionIds = List.copyOf(earlierClaudeSessionIds);
    }
}
