package io.github.claudebridge.process.testing.internal.tui;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.transport.Connection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Speaks the line protocol with the program that does the work. Thread-safe. */
final class Host {

    private static final List<String> EVENTS = List.of("UserPromptSubmit", "PreToolUse", "PostToolUse", "Stop");

    private final Connection program;

    Host(Connection program) {
        this.program = program;
    }

    void initialize() throws IOException {
        JsonObject hooks = JsonObject.of();
        EVENTS.forEach(event -> hooks.with(event, List.of(JsonObject.of("hookCallbackIds", List.of(event)))));
        request("initialize", JsonObject.of("hooks", hooks));
    }

    void prompt(String text) throws IOException {
        send(JsonObject.of(
                "type", "user",
                "uuid", UUID.randomUUID().toString(),
                "message", JsonObject.of("role", "user", "content", text)));
    }

    void interrupt() throws IOException {
        request("interrupt", JsonObject.of());
    }

    void answer(JsonObject question, JsonObject answer) throws IOException {
        send(JsonObject.of(
                "type",
                "control_response",
                "response",
                JsonObject.of("subtype", "success", "request_id", question.text("request_id"), "response", answer)));
    }

    private void request(String subtype, JsonObject fields) throws IOException {
        JsonObject request = JsonObject.of("subtype", subtype).withAll(fields);
        send(JsonObject.of("type", "control_request", "request_id", subtype, "request", request));
    }

    private synchronized void send(JsonObject line) throws IOException {
        program.input().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        program.input().flush();
    }

    /** Reads to the end what the program tells. */
    void read(Consumer<JsonObject> events) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(program.output(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("{")) {
                events.accept(JsonObject.parse(line));
            }
        }
    }

    /** Lets the program come to its end, and returns its exit code. */
    int end() throws IOException {
        program.input().close();
        return program.onExit().join();
    }

    /** What it said of failures. */
    List<String> complaints() throws IOException {
        return new String(program.errors().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
