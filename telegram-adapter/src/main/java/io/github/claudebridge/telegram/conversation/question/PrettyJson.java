package io.github.claudebridge.telegram.conversation.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.process.json.Json;

/** JSON for people. */
final class PrettyJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PrettyJson() {}

    static String of(Json json) {
        try {
            return MAPPER.readTree(json.text()).toPrettyString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON that was checked before cannot be read", e);
        }
    }
}
