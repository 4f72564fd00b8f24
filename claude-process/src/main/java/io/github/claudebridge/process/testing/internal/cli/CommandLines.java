package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Writes commands with a slash that need no model into a transcript: as a message in tags, and what they put out. */
final class CommandLines {
    private static final String CAVEAT =
            "<local-command-caveat>The user has run this command beside the conversation.</local-command-caveat>";
    private static final String COMMAND = "<command-name>%s</command-name>\n<command-args>%s</command-args>";
    private static final String OUTPUT = "<local-command-stdout>%s</local-command-stdout>";

    private final Transcript transcript;

    CommandLines(Transcript transcript) {
        this.transcript = transcript;
    }

    /** Whether a message is one of these. */
    static boolean wrote(JsonObject line) {
        String content = line.object("message").text("content", "");
        return line.flag("isMeta") || content.startsWith("<command-name>");
    }

    void write(String text, @Nullable String uuid, String output) {
        String[] words = text.split(" ", 2);
        user(CAVEAT, null, JsonObject.of("isMeta", true));
        user(COMMAND.formatted(words[0], words.length > 1 ? words[1] : ""), uuid, JsonObject.of());
        JsonObject said = JsonObject.of("subtype", "local_command", "content", OUTPUT.formatted(output));
        transcript.note("system", said.with("level", "info"));
    }

    private void user(String content, @Nullable String uuid, JsonObject fields) {
        transcript.message("user", JsonObject.of("role", "user", "content", content), uuid, fields);
    }
}
