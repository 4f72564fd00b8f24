package io.github.claudebridge.process.testing.scenario;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.json.JsonSyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes steps of what a host sends: each is preceded by a wait for the last line it had seen by then. Thread-safe. */
final class RecordedSteps {
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Report report = new Report();
    private final Reading reading;
    private int waitedFor;
    private boolean closed;

    RecordedSteps(Path directory) {
        reading = new Reading(report, new Placeholders(directory));
    }

    synchronized void started(List<String> command) {
        List<String> arguments = new ArrayList<>(
                command.stream().dropWhile(word -> !word.startsWith("-")).toList());
        boolean usual = arguments.containsAll(Player.USUAL);
        if (usual) {
            Player.USUAL.forEach(arguments::remove);
        }
        String words = arguments.stream()
                .map(word -> word.contains(" ") ? "'" + word + "'" : word)
                .collect(Collectors.joining(" "));
        steps.add(new Step(usual ? Verb.START : Verb.RUN, words));
    }

    synchronized void received(String line) {
        reading.add(labelled(line));
    }

    synchronized void sent(String text) {
        List<String> lines = report.lines();
        if (lines.size() > waitedFor) {
            waitedFor = lines.size();
            steps.add(new Step(Verb.AWAIT, lines.get(waitedFor - 1)));
        }
        try {
            JsonObject line = JsonObject.parse(text);
            label(line);
            reading.wasSent(labelled(text));
            steps.add(step(line, text));
        } catch (JsonSyntaxException e) {
            steps.add(new Step(Verb.LINE, text));
        }
    }

    synchronized void closed() {
        if (!closed) {
            closed = true;
            List<String> lines = report.lines();
            if (lines.size() > waitedFor) {
                steps.add(new Step(Verb.AWAIT, lines.get(lines.size() - 1)));
            }
            steps.add(new Step(Verb.CLOSE, ""));
        }
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    List<String> report() {
        return Ranges.collapse(report.lines());
    }

    private Step step(JsonObject line, String text) {
        JsonObject message = line.object("message");
        String content = message.text("content");
        boolean plain = line.keys().stream().noneMatch(key -> key.equals("priority") || key.equals("shouldQuery"));
        return switch (line.text("type", "")) {
            case "user" ->
                content != null && plain && !content.contains("\n")
                        ? new Step(Verb.SEND, labels.getOrDefault(line.text("uuid", ""), "-") + " " + content)
                        : new Step(Verb.LINE, named(text));
            case "control_request" -> request(line);
            case "control_response" ->
                new Step(Verb.ANSWER, line.object("response").object("response").toString());
            default -> new Step(Verb.LINE, text);
        };
    }

    private Step request(JsonObject line) {
        JsonObject request = line.object("request");
        String subtype = request.text("subtype", "");
        reading.wasRequested(line.text("request_id", ""), subtype);
        JsonObject fields = request.copy().without("subtype");
        return new Step(Verb.CONTROL, fields.keys().isEmpty() ? subtype : subtype + " " + named(fields.toString()));
    }

    private void label(JsonObject line) {
        String uuid = line.text("uuid");
        if (uuid != null && line.text("type", "").equals("user")) {
            labels.putIfAbsent(uuid, Integer.toString(labels.size() + 1));
        }
    }

    /** The text with the ids that a player gives to the same labels. */
    private String labelled(String text) {
        String labelled = text;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            labelled = labelled.replace(
                    label.getKey(), Placeholders.uuid(label.getValue()).orElseThrow());
        }
        return labelled;
    }

    /** The text with the labels as a step names them. */
    private String named(String text) {
        String named = text;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            named = named.replace(label.getKey(), "#" + label.getValue() + "#");
        }
        return named;
    }
}
