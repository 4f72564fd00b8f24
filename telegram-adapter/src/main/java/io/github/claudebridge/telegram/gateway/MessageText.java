package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** What a message says: its text, or the caption of its file. */
final class MessageText {

    private MessageText() {}

    /** Empty if it says nothing. */
    static String of(JsonNode message) {
        return message.path(message.has("text") ? "text" : "caption").asText();
    }

    /** The marks in {@link #of}. */
    static JsonNode entities(JsonNode message) {
        return message.path(message.has("text") ? "entities" : "caption_entities");
    }

    /** What a mark covers; empty if that is not within the text. */
    static String covered(JsonNode entity, String text) {
        int from = entity.path("offset").asInt(-1);
        int length = entity.path("length").asInt(-1);
        return from < 0 || length < 0 || length > text.length() - from ? "" : text.substring(from, from + length);
    }
}
