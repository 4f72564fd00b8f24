package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a transcript tells about a conversation. */
final class History {
    private final List<JsonObject> messages = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();
    private final List<String> open = new ArrayList<>();
    private final Set<String> unfinishedTools = new LinkedHashSet<>();
    private JsonObject costs = JsonObject.of();
    private @Nullable String lastUuid;

    static History read(Path file) throws IOException {
        History history = new History();
        for (String line : Files.readAllLines(file)) {
            try {
                history.add(JsonObject.parse(line));
            } catch (JsonSyntaxException e) {
                // The last line of a process that was killed may be cut off.
            }
        }
        return history;
    }

    List<JsonObject> messages() {
        return messages;
    }

    /** Ids of the prompts that the assistant has begun to answer. */
    Set<String> answered() {
        return answered;
    }

    /** Ids of the calls without a result. */
    Set<String> unfinishedTools() {
        return unfinishedTools;
    }

    JsonObject costs() {
        return costs;
    }

    @Nullable String lastUuid() {
        return lastUuid;
    }

    private void add(JsonObject line) {
        switch (line.text("type", "")) {
            case "user" -> user(line);
            case "assistant" -> assistant(line.object("message"));
            case "system" -> forgetWhatWasCompacted(line);
            case "cost-state" -> costs = line;
            default -> {
                return;
            }
        }
        lastUuid = line.text("uuid", lastUuid == null ? "" : lastUuid);
    }

    private void user(JsonObject line) {
        if (CommandLines.wrote(line)) {
            return;
        }
        JsonObject message = line.object("message");
        messages.add(message);
        message.objects("content").forEach(block -> unfinishedTools.remove(block.text("tool_use_id", "")));
        open.add(line.text("uuid", ""));
    }

    private void assistant(JsonObject message) {
        List<JsonObject> content = message.objects("content");
        content.stream()
                .filter(block -> block.text("type", "").equals("tool_use"))
                .forEach(block -> unfinishedTools.add(block.text("id", "")));
        JsonObject last = messages.isEmpty() ? JsonObject.of() : messages.get(messages.size() - 1);
        if (last.has("id") && last.text("id", "").equals(message.text("id"))) {
            List<JsonObject> blocks = new ArrayList<>(last.objects("content"));
            blocks.addAll(content);
            last.with("content", blocks);
        } else {
            messages.add(message);
        }
        answered.addAll(open);
        open.clear();
    }

    private void forgetWhatWasCompacted(JsonObject line) {
        if (line.text("subtype", "").equals("compact_boundary")) {
            messages.clear();
        }
    }
}
