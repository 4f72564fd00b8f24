package io.github.claudebridge.process.testing.internal.model;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One content block of a reply and how it is streamed.
 *
 * @param content the finished block
 * @param deltas what is streamed of it, in order
 * @param silence pause before the block starts
 * @param pace pause after each delta
 */
public record Block(JsonObject content, List<JsonObject> deltas, Duration silence, Duration pace) {
    private static final int TEXT_PIECE = 24;
    private static final int JSON_PIECE = 40;
    private static final String SIGNATURE = "ZmFrZS1zaWduYXR1cmU=";

    static Block text(String text) {
        return text(text, pieces(text, TEXT_PIECE), Duration.ZERO);
    }

    static Block text(String text, List<String> pieces, Duration pace) {
        List<JsonObject> deltas = pieces.stream()
                .map(piece -> JsonObject.of("type", "text_delta", "text", piece))
                .toList();
        return new Block(JsonObject.of("type", "text", "text", text), deltas, Duration.ZERO, pace);
    }

    static Block thinking(String thought) {
        List<JsonObject> deltas = new ArrayList<>();
        for (String piece : pieces(thought, TEXT_PIECE)) {
            deltas.add(JsonObject.of("type", "thinking_delta", "thinking", piece));
        }
        deltas.add(JsonObject.of("type", "signature_delta", "signature", SIGNATURE));
        JsonObject content = JsonObject.of("type", "thinking", "thinking", thought, "signature", SIGNATURE);
        return new Block(content, deltas, Duration.ZERO, Duration.ZERO);
    }

    static Block toolUse(String id, String name, JsonObject input) {
        List<JsonObject> deltas = pieces(input.toString(), JSON_PIECE).stream()
                .map(piece -> JsonObject.of("type", "input_json_delta", "partial_json", piece))
                .toList();
        JsonObject content = JsonObject.of("type", "tool_use", "id", id, "name", name, "input", input);
        return new Block(content, deltas, Duration.ZERO, Duration.ZERO);
    }

    Block after(Duration silenceBefore) {
        return new Block(content, deltas, silenceBefore, pace);
    }

    /** The block as it is announced, before its first delta. */
    public JsonObject opening() {
        JsonObject opening = content.copy();
        switch (content.text("type", "")) {
            case "text" -> opening.with("text", "");
            case "thinking" -> opening.with("thinking", "").with("signature", "");
            default -> opening.with("input", JsonObject.of());
        }
        return opening;
    }

    /** Whether this block calls a tool. */
    public boolean isToolUse() {
        return content.text("type", "").equals("tool_use");
    }

    private static List<String> pieces(String text, int length) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(text.length(), start + length);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end++;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces.isEmpty() ? List.of("") : pieces;
    }
}
