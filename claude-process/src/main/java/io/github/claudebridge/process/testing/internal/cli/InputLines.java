package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.json.JsonSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Sorts the lines of standard input. */
final class InputLines {
    private final Program program;
    private final TurnLoop turns;
    private final ControlRequests controls;

    InputLines(Program program, TurnLoop turns, ControlRequests controls) {
        this.program = program;
        this.turns = turns;
        this.controls = controls;
    }

    /** Reads to the end. */
    void read(InputStream in) throws IOException, StartFailure {
        Input input = new Input(in);
        for (String line = input.next(); line != null; line = input.next()) {
            if (!line.isBlank()) {
                handle(line.strip());
            }
        }
        program.host().close();
        program.inbox().close();
    }

    private void handle(String text) throws StartFailure, IOException {
        if (text.startsWith("[")) {
            return;
        }
        JsonObject line = parse(text);
        switch (line.text("type", "")) {
            case "user" -> receive(Prompt.of(line));
            case "control_request" -> controls.handle(line);
            case "control_response" -> program.host().answered(line);
            default -> {
                // The real one ignores what it does not know.
            }
        }
    }

    private void receive(Prompt prompt) {
        String uuid = prompt.uuid();
        if (uuid != null && !program.session().isNew(uuid)) {
            return;
        }
        if (uuid != null && program.session().wasAnsweredBefore(uuid)) {
            if (program.replays()) {
                program.events().replay(prompt.content(), uuid);
            }
            program.events().lifecycle(prompt, "completed");
            return;
        }
        program.inbox().add(prompt);
        if (prompt.urgent()) {
            turns.interrupt(true);
        }
    }

    private static JsonObject parse(String text) throws StartFailure {
        try {
            return JsonObject.parse(text);
        } catch (JsonSyntaxException e) {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            throw new StartFailure(
                    "Error parsing streaming input line (type=unknown, " + length + " chars): SyntaxError");
        }
    }
}
