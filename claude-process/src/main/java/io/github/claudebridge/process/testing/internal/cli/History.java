package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a transcript tells about a conversation. */
final class History {
    private final List<JsonObject> messages = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();
    private final List<String> open = new ArrayList<>();
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

    JsonObject costs() {
        return costs;
    }

    @Nullable String lastUuid() {
        return lastUuid;
    }

    private void add(JsonObject line) {
        switch (line.text("type", "")) {
            case "user" -> {
                messages.add(line.object("message"));
                open.add(line.text("uuid", ""));
            }
            case "assistant" -> {
                messages.add(line.object("message"));
                answered.addAll(open);
                open.clear();
            }
            case "cost-state" -> costs = line;
            default -> {
                return;
            }
        }
        lastUuid = line.text("uuid", lastUuid == null ? "" : lastUuid);
    }
}
