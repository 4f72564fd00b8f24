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
 * @param asked false for a message that the program itself has made
 */
record Prompt(@Nullable String uuid, Object content, boolean asksModel, boolean urgent, boolean asked) {

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
        return new Prompt(line.text("uuid"), content == null ? "" : content, asks, urgent, true);
    }

    /** News that the model shall be told without the user having said anything. */
    static Prompt notification(String news) {
        return new Prompt(null, "<system-reminder>" + news + "</system-reminder>", true, false, false);
    }

    /** The prompts as the content of one message. */
    static Object merged(List<Prompt> prompts) {
        if (prompts.size() == 1 && !prompts.get(0).text().isEmpty()) {
            Object content = prompts.get(0).content();
            return content.equals("") ? prompts.get(0).blocks() : content;
        }
        if (prompts.stream().allMatch(prompt -> prompt.content() instanceof String)) {
            return String.join("\n", prompts.stream().map(Prompt::text).toList());
        }
        List<JsonObject> blocks = new ArrayList<>();
        prompts.forEach(prompt -> blocks.addAll(prompt.blocks()));
        return blocks;
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
