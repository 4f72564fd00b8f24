package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.render.MessagesJson;

/** The parameter {@code media} of an album whose files are parts of the same request. */
final class AlbumJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AlbumJson() {}

    /** The text of the message is the caption of the first file. */
    static String of(MessageBody body) {
        ArrayNode media = MAPPER.createArrayNode();
        for (int i = 0; i < body.files().size(); i++) {
            ObjectNode item = media.addObject()
                    .put("type", Uploads.kind(body.files().get(i)))
                    .put("media", "attach://file" + i);
            if (i == 0) {
                item.put("caption", body.message().text());
                item.set("caption_entities", entities(body));
            }
        }
        return media.toString();
    }

    private static JsonNode entities(MessageBody body) {
        try {
            return MAPPER.readTree(MessagesJson.ofEntities(body.message().entities()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own JSON can be read", e);
        }
    }
}
