package io.github.claudebridge.process.transcript;

import io.github.claudebridge.process.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that was said in a session. Immutable and thread-safe.
 *
 * @param id the id of the line; that of the prompt where a prompt was the user's
 * @param role who said it
 * @param text its text blocks; empty where it has none
 * @param closesTurn whether the model ended its turn with it
 * @param raw the whole line
 */
public record TranscriptMessage(String id, Role role, String text, boolean closesTurn, Json raw) {

    /** Who says something. */
    public enum Role {
        /** The user, or a tool on its behalf. */
        USER,
        /** The model. */
        ASSISTANT
    }

    /** What a line says; empty where it is no message of the main conversation. */
    static Optional<TranscriptMessage> of(Json line) {
        String type = line.string("type").orElse("");
        boolean assistant = type.equals("assistant");
        if ((!assistant && !type.equals("user")) || line.isTrue("isSidechain")) {
            return Optional.empty();
        }
        Json message = line.get("message").orElse(Json.EMPTY_OBJECT);
        String stop = message.string("stop_reason").orElse("");
        boolean closes = assistant
                && !stop.isEmpty()
                && !stop.equals("tool_use")
                && !line.isTrue("isApiErrorMessage")
                && !line.isTrue("is_api_error_message");
        return Optional.of(new TranscriptMessage(
                line.string("uuid").orElse(""),
                assistant ? Role.ASSISTANT : Role.USER,
                text(message.get("content").orElse(Json.EMPTY_OBJECT)),
                closes,
                line));
    }

    private static String text(Json content) {
        List<Json> blocks = content.elements();
        return content.string()
                .orElseGet(() -> blocks.stream()
                        .filter(block -> block.string("type").orElse("").equals("text"))
                        .map(block -> block.string("text").orElse(""))
                        .collect(Collectors.joining("\n")));
    }
}
