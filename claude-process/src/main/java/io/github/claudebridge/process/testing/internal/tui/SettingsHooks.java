package io.github.claudebridge.process.testing.internal.tui;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The hooks of a settings file: shell commands that get a JSON object on standard input. Thread-safe. */
final class SettingsHooks {

    private final JsonObject hooks;

    private SettingsHooks(JsonObject hooks) {
        this.hooks = hooks;
    }

    static SettingsHooks in(Optional<Path> file) throws IOException {
        JsonObject settings = file.isPresent() ? JsonObject.parse(Files.readString(file.get())) : JsonObject.of();
        return new SettingsHooks(settings.object("hooks"));
    }

    /** Runs the hooks of an event, and waits for them. */
    void run(String event, JsonObject input) throws IOException, InterruptedException {
        for (JsonObject matcher : hooks.objects(event)) {
            for (JsonObject hook : matcher.objects("hooks")) {
                run(List.of("sh", "-c", hook.text("command", "true")), input);
            }
        }
    }

    private static void run(List<String> command, JsonObject input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((input + "\n").getBytes(StandardCharsets.UTF_8));
        }
        process.waitFor();
    }
}
