package io.github.claudebridge.process.testing.internal.book;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.nio.file.Path;
import java.util.List;

/** What stand-ins were told, in order of time. Thread-safe, also between processes. */
public final class EventLog {
    private static final String PROMPT = "prompt";
    private static final String START = "start";

    private final JsonLines lines;

    /** The log of a test that keeps its things in this folder; there need not be any yet. */
    public EventLog(Path folder) {
        lines = new JsonLines(folder.resolve("log.jsonl"));
    }

    /** One was started with these arguments. */
    public void started(List<String> arguments) {
        lines.append(JsonObject.of(START, arguments));
    }

    /** One got this prompt. */
    public void prompted(String text) {
        lines.append(JsonObject.of(PROMPT, text));
    }

    /** The prompts so far. */
    public List<String> prompts() {
        return lines.read().stream()
                .filter(line -> line.has(PROMPT))
                .map(line -> line.text(PROMPT, ""))
                .toList();
    }

    /** The arguments of the starts so far. */
    public List<List<String>> starts() {
        return lines.read().stream()
                .filter(line -> line.has(START))
                .map(line -> line.texts(START))
                .toList();
    }
}
