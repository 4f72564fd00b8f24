package io.github.claudebridge.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.Json;
import io.github.claudebridge.session.internal.JsonFields;
import io.github.claudebridge.session.internal.ModelName;
import io.github.claudebridge.session.internal.Timestamps;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Metadata as JSON fields and back. */
final class MetadataCodec {

    private static final long LONGEST_TIMEOUT_SECONDS = Duration.ofDays(365).toSeconds();

    private MetadataCodec() {}

    static ObjectNode fresh(SessionName name, String persona, Instant now) {
        ObjectNode node = Json.object();
        node.put("schema", Metadata.SCHEMA);
        node.put("name", name.value());
        node.put("status", SessionStatus.IDLE.word());
        node.put("created_at", Timestamps.format(now));
        node.put("last_activity_at", Timestamps.format(now));
        node.put("persona", persona);
        node.putNull("model");
        node.put("output_mode", OutputMode.DEFAULT.word());
        node.put("idle_timeout", Metadata.DEFAULT_IDLE_TIMEOUT.toSeconds());
        node.putNull("claude_session_id");
        node.put("has_history", false);
        node.putArray("earlier_claude_session_ids");
        node.putNull("pid");
        node.putNull("pid_started_at");
        node.put("turns", 0);
        node.put("total_cost_usd", BigDecimal.ZERO);
        node.putNull("directory");
        node.put("permission_mode", "ask");
        return node;
    }

    static Metadata read(SessionName name, ObjectNode node) throws BadJsonException {
        JsonFields fields = new JsonFields(node);
        Instant createdAt = fields.requiredInstant("created_at");
        return new Metadata(
                Metadata.SCHEMA,
                name,
                or(fields.choice("status", SessionStatus.class), SessionStatus.IDLE),
                createdAt,
                or(fields.instant("last_activity_at"), createdAt),
                or(fields.text("persona"), ""),
                model(fields),
                or(fields.choice("output_mode", OutputMode.class), OutputMode.DEFAULT),
                timeout(fields),
                fields.uuid("claude_session_id"),
                fields.flag("has_history", false),
                fields.uuids("earlier_claude_session_ids"),
                fields.number("pid", 1, Long.MAX_VALUE),
                fields.instant("pid_started_at"),
                or(fields.number("turns", 0, Long.MAX_VALUE - 1), 0L),
                or(fields.amount("total_cost_usd"), BigDecimal.ZERO),
                fields.text("directory"),
                fields.text("permission_mode"));
    }

    private static @Nullable String model(JsonFields fields) throws BadJsonException {
        String model = fields.text("model");
        if (model != null && !ModelName.isValid(model)) {
            throw fields.wrong("model", ModelName.RULE);
        }
        return model;
    }

    private static Duration timeout(JsonFields fields) throws BadJsonException {
        Long seconds = fields.number("idle_timeout", 1, LONGEST_TIMEOUT_SECONDS);
        return seconds == null ? Metadata.DEFAULT_IDLE_TIMEOUT : Duration.ofSeconds(seconds);
    }

    private static <T> T or(@Nullable T value, T absent) {
        return Objects.requireNonNullElse(value, absent);
    }
}
