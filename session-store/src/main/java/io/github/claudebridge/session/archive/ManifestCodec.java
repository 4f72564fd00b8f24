package io.github.claudebridge.session.archive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.Json;
import io.github.claudebridge.session.internal.JsonFields;
import io.github.claudebridge.session.internal.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The manifest as JSON and back. */
final class ManifestCodec {

    static final String NAME = "manifest.json";
    private static final int FORMAT = 1;

    private ManifestCodec() {}

    static byte[] encode(ArchiveManifest manifest) {
        ObjectNode node = Json.object();
        node.put("format", FORMAT);
        node.put("name", manifest.name());
        node.put("archived_at", Timestamps.format(manifest.archivedAt()));
        node.put("last_activity_at", Timestamps.format(manifest.lastActivityAt()));
        node.put("turns", manifest.turns());
        node.put(
                "claude_session_id",
                manifest.claudeSessionId().map(Object::toString).orElse(null));
        node.put("working_directory", manifest.workingDirectory().orElse(null));
        node.put("workspace_included", manifest.workspaceIncluded());
        ArrayNode attachments = node.putArray("attachments");
        for (ArchivedAttachment attachment : manifest.attachments()) {
            attachments.addObject().put("name", attachment.name()).put("restore_to", attachment.restoreTo());
        }
        return Json.pretty(node);
    }

    static ArchiveManifest decode(byte[] content) throws BadJsonException {
        JsonFields fields = new JsonFields(Json.parse(content));
        @Nullable Long format = fields.number("format", FORMAT, FORMAT);
        if (format == null) {
            throw fields.wrong("format", "is missing");
        }
        String name = fields.requiredText("name");
        if (!SessionName.isValid(name)) {
            throw fields.wrong("name", "must match " + SessionName.RULE);
        }
        return new ArchiveManifest(
                name,
                fields.requiredInstant("archived_at"),
                fields.requiredInstant("last_activity_at"),
                Objects.requireNonNullElse(fields.number("turns", 0, Long.MAX_VALUE), 0L),
                Optional.ofNullable(fields.uuid("claude_session_id")),
                Optional.ofNullable(fields.text("working_directory")),
                fields.flag("workspace_included", false),
                attachments(fields.objects("attachments")));
    }

    private static List<ArchivedAttachment> attachments(List<JsonFields> found) throws BadJsonException {
        List<ArchivedAttachment> attachments = new ArrayList<>();
        for (JsonFields fields : found) {
            String name = fields.requiredText("name");
            if (!Attachment.NAME.matcher(name).matches()) {
                throw fields.wrong("name", "must match " + Attachment.NAME);
            }
            attachments.add(new ArchivedAttachment(name, fields.requiredText("restore_to")));
        }
        return attachments;
    }
}
