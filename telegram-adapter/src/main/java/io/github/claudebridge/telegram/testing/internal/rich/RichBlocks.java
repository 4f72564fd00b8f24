package io.github.claudebridge.telegram.testing.internal.rich;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import java.util.Set;

/** Reads a rich message that is given as blocks. */
final class RichBlocks {

    private static final Set<String> MEDIA = Set.of("photo", "video", "audio", "animation", "document");

    private final StringBuilder text = new StringBuilder();
    private int blocks;
    private int deepest;
    private int columns;
    private int media;

    private RichBlocks() {}

    static RichContent read(JsonNode given) {
        if (!(given instanceof ArrayNode array)) {
            throw ApiError.badRequest("RICH_MESSAGE_CONTENT_REQUIRED");
        }
        RichBlocks counter = new RichBlocks();
        for (JsonNode block : array) {
            counter.block(block, 1);
            counter.text.append('\n');
        }
        return new RichContent(
                array,
                counter.text.toString().strip(),
                counter.blocks,
                counter.deepest,
                counter.columns,
                counter.media);
    }

    private void block(JsonNode block, int depth) {
        String type = block.path("type").asText();
        if (type.isEmpty()) {
            throw ApiError.badRequest("can't parse rich message block: Field \"type\" must be of type String");
        }
        blocks++;
        deepest = Math.max(deepest, depth);
        media += MEDIA.contains(type) ? 1 : 0;
        text(block.path("text"));
        text(block.path("summary"));
        block.path("blocks").forEach(inner -> block(inner, depth + 1));
        for (JsonNode item : block.path("items")) {
            blocks++;
            text(item.path("text"));
            item.path("blocks").forEach(inner -> block(inner, depth + 1));
        }
        for (JsonNode row : block.path("cells")) {
            blocks++;
            columns = Math.max(columns, row.size());
            row.forEach(cell -> text(cell.path("text")));
        }
    }

    /** A text is a string, a formatted piece with a text of its own, or a list of these. */
    private void text(JsonNode node) {
        if (node.isTextual()) {
            text.append(node.textValue());
        } else if (node.isArray()) {
            node.forEach(this::text);
        } else if (node.isObject()) {
            text(node.path("text"));
        }
    }
}
