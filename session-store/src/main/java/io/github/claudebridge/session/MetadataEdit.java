package io.github.claudebridge.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.session.internal.ModelName;
import io.github.claudebridge.session.internal.Timestamps;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes to the metadata of one session, made inside {@link SessionStore#update}. Fields that are not set here stay in
 * the file as they were found. Not thread-safe; not to be kept beyond the call.
 */
public final class MetadataEdit {

    private final Metadata current;
    private final ObjectNode node;

    MetadataEdit(Metadata current, ObjectNode node) {
        this.current = current;
        this.node = node;
    }

    /** The metadata as found, before this edit. */
    public Metadata current() {
        return current;
    }

    /** Sets the stored state. */
    public MetadataEdit status(SessionStatus status) {
        node.put("status", status.word());
        return this;
    }

    /** Sets when the session was last used. */
    public MetadataEdit lastActivityAt(Instant time) {
        node.put("last_activity_at", Timestamps.format(time));
        return this;
    }

    /**
     * Chooses a model for this session; null goes back to the persona's.
     *
     * @param model an alias or id, up to 128 letters, digits and some punctuation
     * @throws IllegalArgumentException when it cannot be one
     */
    public MetadataEdit model(@Nullable String model) {
        if (model != null && !ModelName.isValid(model)) {
            throw new IllegalArgumentException("A model " + ModelName.RULE);
        }
        node.put("model", model);
        return this;
    }

    /** Sets how much is shown in the chat. */
    public MetadataEdit outputMode(OutputMode mode) {
        node.put("output_mode", mode.word());
        return this;
    }

    /**
     * Sets the idle timeout, in whole seconds.
     *
     * @throws IllegalArgumentException when it is shorter than a second
     */
    public MetadataEdit idleTimeout(Duration timeout) {
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("An idle timeout is at least one second, not " + timeout);
        }
        node.put("idle_timeout", timeout.toSeconds());
        return this;
    }

    /** Sets the id of Claude's session; a different one found is moved to the earlier ones. */
    public MetadataEdit claudeSessionId(UUID id) {
        UUID former = current.claudeSessionId();
        if (former != null && !Objects.equals(former, id)) {
            List<UUID> earlier = new ArrayList<>(current.earlierClaudeSessionIds());
            earlier.remove(former);
            earlier.add(former);
            ArrayNode ids = node.putArray("earlier_claude_session_ids");
            earlier.forEach(each -> ids.add(each.toString()));
        }
        node.put("claude_session_id", id.toString());
        return this;
    }

    /** Sets whether Claude's session has had a turn. */
    public MetadataEdit hasHistory(boolean hasHistory) {
        node.put("has_history", hasHistory);
        return this;
    }

    /** Records the running process. */
    public MetadataEdit process(long pid, Instant startedAt) {
        node.put("pid", pid);
        node.put("pid_started_at", Timestamps.format(startedAt));
        return this;
    }

    /** Records that no process runs. */
    public MetadataEdit noProcess() {
        node.putNull("pid");
        node.putNull("pid_started_at");
        return this;
    }

    /** Counts one more turn that ended at this time and cost this much; Claude's session has a history then. */
    public MetadataEdit turnCompleted(Instant endedAt, BigDecimal costUsd) {
        node.put("turns", current.turns() + 1);
        node.put("total_cost_usd", current.totalCostUsd().add(costUsd));
        return hasHistory(true).lastActivityAt(endedAt);
    }

    MetadataEdit name(SessionName name) {
        node.put("name", name.value());
        return this;
    }

    MetadataEdit persona(String persona) {
        node.put("persona", persona);
        return this;
    }

    MetadataEdit grantsMirror(@Nullable String directory, String permissionMode) {
        node.put("directory", directory);
        node.put("permission_mode", permissionMode);
        return this;
    }
}
