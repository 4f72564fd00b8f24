package io.github.claudebridge.process.testing.scenario;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Describes texts. What the command line words itself is left out, so that its wording may change. Thread-safe. */
final class Texts {
    private static final int LONGEST = 160;
    private static final Pattern BETWEEN_PROMPTS = Pattern.compile(" / ");
    private static final Pattern SCRIPTED = Pattern.compile(
            "^(You said: |Recovered after \\d+ errors|word1( word\\d+)*)|partial text|\\(no content\\)");

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
        return isOurs(text) ? quoted(text.strip()) : "~";
    }

    /** Whether a text is what the scenario has written, or what a scripted model makes of it. */
    boolean isOurs(String text) {
        String own = SCRIPTED.matcher(text.strip()).replaceAll("");
        return BETWEEN_PROMPTS.splitAsStream(own).allMatch(this::wasWritten);
    }

    String result(JsonObject block) {
        String text = block.text("content");
        String content = text == null ? block.list("content").size() + " blocks" : known(text);
        return (block.flag("is_error") ? "result failed " : "result ") + content;
    }

    private boolean wasWritten(String text) {
        String escaped = escaped(text.strip());
        return escaped.isEmpty() || sent.stream().anyMatch(line -> line.contains(escaped));
    }

    private static String escaped(String text) {
        String json = JsonObject.of("t", text).toString();
        return json.substring("{\"t\":\"".length(), json.length() - "\"}".length());
    }
}
