package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the user.
 *
 * @param uuid the id that the host gave it, or null
 * @param content a string or a list of content blocks
 * @param asksModel false for a message that is only remembered
 * @param urgent whether it replaces the running turn
 */
record Prompt(@Nullable String uuid, Object content, boolean asksModel, boolean urgent) {

    /** Reads a line of type user. */
    static Prompt of(JsonObject line) throws StartFailure {
        JsonObject message = line.object("message");
        if (!message.text("role", "undefined").equals("user")) {
            throw new StartFailure(
                    "Error: Expected message role 'user', got '" + message.text("role", "undefined") + "'");
        }
        Object content = message.get("content");
        boolean asks = !Boolean.FALSE.equals(line.get("shouldQuery"));
        boolean urgent = line.text("priority", "").equals("now");
        return new Prompt(line.text("uuid"), content == null ? "" : content, asks, urgent);
    }

    /** The content as blocks. */
    List<JsonObject> blocks() {
        List<JsonObject> blocks = new ArrayList<>();
        if (content instanceof List<?> list) {
            list.forEach(element -> {
                if (element instanceof JsonObject block) {
                    blocks.add(block);
                }
            });
        } else if (!content.toString().isEmpty()) {
            blocks.addAll(Events.textBlock(content.toString()));
        }
        return blocks.isEmpty() ? Events.textBlock("(no content)") : blocks;
    }

    /** The text, as far as there is one. */
    String text() {
        StringBuilder text = new StringBuilder();
        blocks().forEach(block -> text.append(block.text("text", "")));
        return text.toString();
    }
}
