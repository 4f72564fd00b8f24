package io.github.claudebridge.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings metadata of earlier versions to the current schema. A file without a schema is of the Python bridge that came
 * before, or was written by hand.
 */
final class MetadataMigration {

    private static final Map<String, List<String>> FORMER_TIMES = Map.of(
            "created_at", List.of("created"),
            "last_activity_at", List.of("last_activity", "last_active", "last_active_at", "last_used", "updated_at"));

    private MetadataMigration() {}

    /** Changes the node and returns it. */
    static ObjectNode toCurrent(ObjectNode node) throws BadJsonException {
        JsonNode schema = node.get("schema");
        if (schema == null) {
            fromUnversioned(node);
        } else if (!schema.isInt() || schema.intValue() < 1) {
            throw new BadJsonException("schema", "must be a whole number from 1", null);
        } else if (schema.intValue() > Metadata.SCHEMA) {
            throw new BadJsonException("schema", "is of a newer version of claude-bridge", null);
        }
        return node;
    }

    private static void fromUnversioned(ObjectNode node) {
        FORMER_TIMES.forEach((name, formerNames) -> {
            for (String former : formerNames) {
                if (!node.has(name) && node.has(former)) {
                    node.set(name, node.get(former));
                    node.remove(former);
                }
            }
            epochToText(node, name);
        });
        String status = node.path("status").asText("").toLowerCase(Locale.ROOT);
        node.put("status", knownStatus(status).word());
        if (node.path("idle_timeout").isFloatingPointNumber()) {
            node.put("idle_timeout", Math.max(1, node.path("idle_timeout").asLong()));
        }
        node.put("schema", Metadata.SCHEMA);
    }

    private static void epochToText(ObjectNode node, String name) {
        @Nullable JsonNode value = node.get(name);
        if (value != null && value.isNumber()) {
            node.put(name, Timestamps.format(Instant.ofEpochMilli((long) (value.doubleValue() * 1000))));
        }
    }

    private static SessionStatus knownStatus(String word) {
        for (SessionStatus status : SessionStatus.values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        return SessionStatus.IDLE;
    }
}
