package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.telegram.render.RenderedMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as the journal keeps it until it is sent. Immutable.
 *
 * @param buttons below the message, one in each row
 * @param edits the delivery whose last message this replaces; null for a new message
 */
record MessageBody(
        RenderedMessage message,
        List<Button> buttons,
        @Nullable String edits) {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /**
     * A button.
     *
     * @param data comes back when it is pressed; at most 64 bytes
     * @param style the Bot API's word; null for none
     */
    record Button(String label, String data, @Nullable String style) {}

    MessageBody {
        buttons = List.copyOf(buttons);
    }

    /** A new message without buttons. */
    static MessageBody of(RenderedMessage message) {
        return new MessageBody(message, List.of(), null);
    }

    /** The same without formatting. */
    MessageBody plain() {
        return new MessageBody(new RenderedMessage(message.text(), List.of()), buttons, edits);
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of strings and numbers can always be written", e);
        }
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws JsonProcessingException if it is something else
     */
    static MessageBody read(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, MessageBody.class);
    }
}
