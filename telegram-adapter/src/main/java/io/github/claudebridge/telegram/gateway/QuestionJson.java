package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.telegram.conversation.Question;

/** A question as the journal keeps it. */
final class QuestionJson {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private QuestionJson() {}

    static String write(Question question) {
        try {
            return MAPPER.writeValueAsString(question);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of strings and numbers can always be written", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException if it is something else
     */
    static Question read(String json) {
        try {
            return MAPPER.readValue(json, Question.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored question cannot be read.", e);
        }
    }
}
