package io.github.claudebridge.telegram.testing.internal.rich;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.util.List;

/**
 * A rich message that has passed the checks.
 *
 * @param json the {@code rich_message} of a message: its blocks
 * @param plainText its text without formatting
 */
public record RichMessage(ObjectNode json, String plainText) {

    private static final List<String> CARRIERS = List.of("markdown", "html", "blocks");
    private static final String ONLY_IN_DRAFTS = "<tg-thinking";

    /** Reads {@code rich_message} from a call; {@code draft} says whether it is for a draft. */
    public static RichMessage read(Parameters call, boolean draft) {
        JsonNode message =
                call.json("rich_message", RichMessage::contentRequired).orElseThrow(RichMessage::contentRequired);
        List<String> given = CARRIERS.stream().filter(message::hasNonNull).toList();
        if (given.size() != 1) {
            throw contentRequired();
        }
        JsonNode carrier = message.path(given.get(0));
        if (!draft && carrier.asText().contains(ONLY_IN_DRAFTS)) {
            throw ApiError.badRequest("tg-thinking is allowed only in drafts");
        }
        RichContent content = switch (given.get(0)) {
            case "markdown" -> RichMarkdown.read(carrier.asText());
            case "html" -> RichHtml.read(carrier.asText());
            default -> RichBlocks.read(carrier);
        };
        if (content.plainText().isBlank() && content.media() == 0 && !draft) {
            throw ApiError.badRequest("rich message must be non-empty");
        }
        content.checkLimits();
        ObjectNode json = Json.object();
        json.set("blocks", content.blocks());
        return new RichMessage(json, content.plainText());
    }

    private static ApiError contentRequired() {
        return ApiError.badRequest("RICH_MESSAGE_CONTENT_REQUIRED");
    }
}
