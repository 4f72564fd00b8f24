package io.github.claudebridge.app.sessions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.archive.ArchiveListing;
import io.github.claudebridge.session.log.LogHit;
import java.util.List;
import java.util.UUID;

/** Sessions and finds as JSON for scripts. */
final class SessionJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SessionJson() {}

    static String sessions(List<SessionEntry> entries) {
        ArrayNode all = MAPPER.createArrayNode();
        entries.forEach(entry -> all.add(session(entry)));
        return all.toPrettyString();
    }

    private static ObjectNode session(SessionEntry entry) {
        if (entry instanceof SessionEntry.Damaged damaged) {
            return MAPPER.createObjectNode()
                    .put("name", damaged.name().value())
                    .put("damaged", damaged.reason())
                    .put("last_activity_at", damaged.lastActivityAt().toString());
        }
        SessionEntry.Healthy healthy = (SessionEntry.Healthy) entry;
        return session(healthy.session(), healthy.metadata());
    }

    static ObjectNode session(Session session, Metadata metadata) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("name", session.name().value())
                .put("status", metadata.status().word())
                .put("created_at", metadata.createdAt().toString())
                .put("last_activity_at", metadata.lastActivityAt().toString())
                .put("persona", metadata.persona())
                .put("model", metadata.model())
                .put("output_mode", metadata.outputMode().word())
                .put("idle_timeout", metadata.idleTimeout().toSeconds())
                .put("turns", metadata.turns())
                .put("total_cost_usd", metadata.totalCostUsd())
                .put("has_history", metadata.hasHistory())
                .put("directory", session.directory().toString());
        UUID claude = metadata.claudeSessionId();
        return node.put("claude_session_id", claude == null ? null : claude.toString());
    }

    static String archives(List<ArchiveListing> listings) {
        ArrayNode all = MAPPER.createArrayNode();
        for (ArchiveListing listing : listings) {
            ObjectNode node = all.addObject()
                    .put("file", listing.file().toString())
                    .put("session", listing.session().value())
                    .put("archived_at", listing.archivedAt().toString());
            if (listing instanceof ArchiveListing.Intact intact) {
                node.put("bytes", intact.bytes()).put("turns", intact.manifest().turns());
            } else if (listing instanceof ArchiveListing.Damaged damaged) {
                node.put("damaged", damaged.reason());
            }
        }
        return all.toPrettyString();
    }

    static String hits(List<LogHit> hits) {
        ArrayNode all = MAPPER.createArrayNode();
        for (LogHit hit : hits) {
            all.addObject()
                    .put("session", hit.session().value())
                    .put("at", hit.at().toString())
                    .put("kind", hit.kind())
                    .put("excerpt", hit.excerpt());
        }
        return all.toPrettyString();
    }
}
