package io.github.claudebridge.process.testing.internal.model;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a request tells the model: its messages, read the way a scripted model needs them. */
final class Conversation {
    private static final Pattern REMINDER = Pattern.compile("<system-reminder>.*?</system-reminder>", Pattern.DOTALL);
    private static final int RESULT_LIMIT = 400;

    private final JsonObject request;
    private final List<JsonObject> messages;

    Conversation(JsonObject request) {
        this.request = request;
        this.messages = request.objects("messages");
    }

    /**
     * The script that rules this request, and how many of its steps were answered already.
     *
     * @param rules gives the script of a text that does not hold its own
     */
    Due due(Function<String, Optional<String>> rules) {
        int answered = 0;
        for (int i = messages.size() - 1; i >= 0; i--) {
            JsonObject message = messages.get(i);
            if (!isUser(message)) {
                continue;
            }
            List<String> texts = ownTexts(message);
            Optional<String> script = texts.stream()
                    .map(text -> rules.apply(text).or(() -> Script.findIn(text)))
                    .flatMap(Optional::stream)
                    .reduce((earlier, later) -> later);
            boolean answersTool = blocks(message).stream().anyMatch(Conversation::isToolResult);
            if (script.isPresent()) {
                return new Due(script.get(), answered);
            }
            if (!answersTool && !texts.isEmpty()) {
                return new Due("say You said: " + texts.get(texts.size() - 1), answered);
            }
            answered += answersTool ? 1 : 0;
        }
        return new Due("say (nothing said)", answered);
    }

    /** A script and the index of its step that is due. */
    record Due(String script, int step) {}

    String lastToolResult() {
        if (messages.isEmpty()) {
            return "";
        }
        List<String> results = new ArrayList<>();
        for (JsonObject block : blocks(messages.get(messages.size() - 1))) {
            if (isToolResult(block)) {
                results.add((block.flag("is_error") ? "ERROR " : "") + resultText(block));
            }
        }
        String all = String.join(" | ", results);
        return all.substring(0, Math.min(all.length(), RESULT_LIMIT));
    }

    /** All that the user has said, in order. */
    List<String> prompts() {
        return messages.stream()
                .filter(Conversation::isUser)
                .flatMap(message -> ownTexts(message).stream())
                .toList();
    }

    /** A summary of what the model was given. */
    JsonObject inspect() {
        List<JsonObject> users = messages.stream().filter(Conversation::isUser).toList();
        List<JsonObject> last = users.isEmpty() ? List.of() : blocks(users.get(users.size() - 1));
        return JsonObject.of(
                "model", request.text("model"),
                "messages", messages.size(),
                "system_chars", systemLength(),
                "tools",
                        request.objects("tools").stream()
                                .map(tool -> tool.text("name"))
                                .toList(),
                "last_user_blocks", last.stream().map(Conversation::summary).toList());
    }

    /** The kinds of media in the last message of the user. */
    List<String> media() {
        List<JsonObject> users = messages.stream().filter(Conversation::isUser).toList();
        List<JsonObject> last = users.isEmpty() ? List.of() : blocks(users.get(users.size() - 1));
        return last.stream()
                .map(block -> block.object("source").text("media_type", ""))
                .filter(type -> !type.isEmpty())
                .toList();
    }

    private int systemLength() {
        int blocks = request.objects("system").stream()
                .mapToInt(block -> block.text("text", "").length())
                .sum();
        return blocks + request.text("system", "").length();
    }

    private static JsonObject summary(JsonObject block) {
        JsonObject summary = JsonObject.of("type", block.text("type"));
        if (block.has("text")) {
            summary.with("chars", block.text("text", "").length());
        }
        if (block.has("source")) {
            JsonObject source = block.object("source");
            summary.with("source", source.text("type")).with("media_type", source.text("media_type"));
        }
        return summary;
    }

    private static String resultText(JsonObject result) {
        String text = result.text("content");
        if (text != null) {
            return text;
        }
        StringBuilder all = new StringBuilder();
        for (JsonObject part : result.objects("content")) {
            all.append(part.text("text", "[" + part.text("type") + "]"));
        }
        return all.toString();
    }

    /** The texts of a message without what the client has put in. */
    private static List<String> ownTexts(JsonObject message) {
        return blocks(message).stream()
                .filter(block -> block.text("type", "").equals("text"))
                .map(block ->
                        REMINDER.matcher(block.text("text", "")).replaceAll("").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<JsonObject> blocks(JsonObject message) {
        String text = message.text("content");
        return text == null ? message.objects("content") : List.of(JsonObject.of("type", "text", "text", text));
    }

    private static boolean isUser(JsonObject message) {
        return message.text("role", "").equals("user");
    }

    private static boolean isToolResult(JsonObject block) {
        return block.text("type", "").equals("tool_result");
    }
}
