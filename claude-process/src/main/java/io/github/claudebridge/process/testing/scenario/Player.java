package io.github.claudebridge.process.testing.scenario;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Plays one scenario, once, and returns its report. Not thread-safe. */
public final class Player {
    static final List<String> USUAL =
            List.of("-p", "--verbose", "--input-format", "stream-json", "--output-format", "stream-json");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Launcher launcher;
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final Report report = new Report();
    private final Placeholders placeholders;
    private final Reading reading;
    private @Nullable Conversation conversation;

    /**
     * A player.
     *
     * @param directory an existing, empty folder: the working directory
     */
    public Player(Launcher launcher, Path directory) throws IOException {
        this.launcher = launcher;
        this.directory = directory.toRealPath();
        this.placeholders = new Placeholders(this.directory);
        this.reading = new Reading(report, placeholders);
    }

    /**
     * Plays the steps.
     *
     * @return what the command line has told, a line each
     * @throws AssertionError if something that a step waits for does not come; the message has the report so far
     */
    public List<String> play(Scenario scenario) throws IOException, InterruptedException {
        try {
            for (Step step : scenario.steps()) {
                perform(step);
            }
            return scenario.tidy(report.lines());
        } finally {
            end();
        }
    }

    private void perform(Step step) throws IOException, InterruptedException {
        String argument = placeholders.fill(step.argument());
        switch (step.verb()) {
            case FILE -> write(step.firstWord(), step.afterFirstWord());
            case ENV -> {
                int equals = argument.indexOf('=');
                environment.put(argument.substring(0, equals), argument.substring(equals + 1));
            }
            case START -> {
                List<String> arguments = new ArrayList<>(USUAL);
                arguments.addAll(Words.split(argument));
                start(arguments);
            }
            case RUN -> start(Words.split(argument));
            case SEND -> sendPrompt(step.firstWord(), placeholders.fill(step.afterFirstWord()));
            case BURST -> burst(step);
            case LINE -> send(argument);
            case CONTROL -> control(step);
            case AWAIT -> report.await(step.argument(), PATIENCE);
            case AWAITFILE -> awaitFile(argument);
            case ANSWER -> answer(argument);
            case SIGNAL -> running().signal(argument);
            case CLOSE -> running().input().close();
            case EXIT -> exit();
            case LOOK ->
                report.add(
                        "file " + argument + (Files.exists(directory.resolve(argument)) ? " is there" : " is missing"));
        }
    }

    private void write(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content.replace("\\n", "\n"));
    }

    private void start(List<String> arguments) throws IOException {
        end();
        conversation = launcher.start(arguments, directory, environment);
        reading.start(conversation.output());
    }

    private void burst(Step step) throws IOException {
        int last = Integer.parseInt(step.afterFirstWord());
        for (int label = Integer.parseInt(step.firstWord()); label <= last; label++) {
            sendPrompt(Integer.toString(label), "say " + label);
        }
    }

    private void sendPrompt(String label, String text) throws IOException {
        JsonObject message = JsonObject.of("role", "user", "content", text);
        JsonObject line = JsonObject.of("type", "user", "message", message);
        Optional<String> uuid = Placeholders.uuid(label);
        uuid.ifPresent(id -> line.with("uuid", id));
        send(line.toString());
    }

    private void control(Step step) throws IOException {
        String fields = placeholders.fill(step.afterFirstWord());
        JsonObject request = JsonObject.of("subtype", step.firstWord());
        if (!fields.isEmpty()) {
            request.withAll(JsonObject.parse(fields));
        }
        String id = reading.newRequest(step.firstWord());
        send(JsonObject.of("type", "control_request", "request_id", id, "request", request)
                .toString());
    }

    private void answer(String text) throws IOException {
        JsonObject open = reading.openRequest();
        JsonObject request = open.object("request");
        String id = String.valueOf(request.object("message").get("id"));
        JsonObject answer = JsonObject.parse(
                text.replace("$INPUT", request.object("input").toString()).replace("$RPC", id));
        JsonObject response =
                JsonObject.of("subtype", "success", "request_id", open.text("request_id"), "response", answer);
        send(JsonObject.of("type", "control_response", "response", response).toString());
    }

    private void send(String line) throws IOException {
        reading.wasSent(line);
        OutputStream input = running().input();
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private void awaitFile(String name) throws InterruptedException {
        FileWatch.await(directory, name, PATIENCE);
    }

    private void exit() throws InterruptedException {
        OptionalInt code = running().exitCode(PATIENCE);
        if (code.isEmpty()) {
            throw new AssertionError(
                    "still running after " + PATIENCE + "; there came:\n" + String.join("\n", report.lines()));
        }
        reading.awaitEnd();
        report.add("exit " + code.getAsInt());
    }

    private Conversation running() {
        return Objects.requireNonNull(conversation, "nothing was started");
    }

    private void end() {
        if (conversation != null) {
            conversation.close();
        }
    }
}
