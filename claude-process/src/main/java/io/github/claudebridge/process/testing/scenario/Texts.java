package io.github.claudebridge.process.testing.scenario;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Describes texts. What the command line words itself is left out, so that its wording may change. Thread-safe. */
final class Texts {
    private static final int LONGEST = 160;

    private final Placeholders placeholders;
    private final List<String> sent = new CopyOnWriteArrayList<>();

    Texts(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    void wasSent(String line) {
        sent.add(line);
    }

    String stripped(String text) {
        String stripped = placeholders.strip(text);
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST) + "...";
    }

    String quoted(String text) {
        return "\"" + stripped(text).replace("\n", "\\n") + "\"";
    }

    /** The text if the scenario has written it, else a mark that there is one. */
    String known(String text) {
        String trimmed = text.strip();
        boolean ours = trimmed.isEmpty() || sent.stream().anyMatch(line -> line.contains(escaped(trimmed)));
        return ours ? quoted(trimmed) : "~";
    }

    String result(JsonObject block) {
        String text = block.text("content");
        boolean failed = block.flag("is_error");
        String content =
                text == null ? Integer.toString(block.list("content").size()) + " blocks" : described(text, failed);
        return (failed ? "result failed " : "result ") + content;
    }

    private String described(String text, boolean failed) {
        return failed || text.length() > LONGEST ? known(text) : quoted(text);
    }

    private static String escaped(String text) {
        String json = JsonObject.of("t", text).toString();
        return json.substring("{\"t\":\"".length(), json.length() - "\"}".length());
    }
}
