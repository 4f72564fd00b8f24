package io.github.claudebridge.telegram.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Messages in the Bot API's own form. Stateless; safe for use by many threads. */
public final class MessagesJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MessagesJson() {}

    /** A JSON array with an object of {@code text} and {@code entities} for each message. */
    public static String of(List<RenderedMessage> messages) {
        ArrayNode array = MAPPER.createArrayNode();
        for (RenderedMessage message : messages) {
            ObjectNode node = array.addObject().put("text", message.text());
            fill(node.putArray("entities"), message.entities());
        }
        return write(array);
    }

    /** The value of the parameter {@code entities} of a call. */
    public static String ofEntities(List<TextEntity> entities) {
        return write(fill(MAPPER.createArrayNode(), entities));
    }

    private static ArrayNode fill(ArrayNode array, List<TextEntity> entities) {
        for (TextEntity entity : entities) {
            ObjectNode node = array.addObject()
                    .put("type", entity.type().apiName())
                    .put("offset", entity.offset())
                    .put("length", entity.length());
            if (entity.url() != null) {
                node.put("url", entity.url());
            }
            if (entity.language() != null) {
                node.put("language", entity.language());
            }
        }
        return array;
    }

    private static String write(ArrayNode array) {
        try {
            return MAPPER.writeValueAsString(array);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of strings and numbers can always be written", e);
        }
    }
}
