package io.github.claudebridge.process.testing.scenario;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.json.JsonSyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads standard output on a thread of its own and adds it to the report. */
final class Reading {
    private final Report report;
    private final Placeholders placeholders;
    private final EventLines lines;
    private final Map<String, String> requests = new HashMap<>();
    private final Deque<JsonObject> open = new ArrayDeque<>();
    private @Nullable Thread thread;

    Reading(Report report, Placeholders placeholders) {
        this.report = report;
        this.placeholders = placeholders;
        this.lines = new EventLines(placeholders);
    }

    void start(InputStream output) {
        lines.newProcess();
        Thread reader = new Thread(() -> read(output), "scenario-output");
        reader.setDaemon(true);
        reader.start();
        thread = reader;
    }

    void awaitEnd() throws InterruptedException {
        if (thread != null) {
            thread.join();
        }
    }

    /** A new id for a request of the host. */
    String newRequest(String subtype) {
        synchronized (requests) {
            String id = "request-" + requests.size();
            requests.put(id, subtype);
            return id;
        }
    }

    /** The oldest request of the command line that was not answered yet; it counts as answered from now on. */
    JsonObject openRequest() {
        synchronized (open) {
            return open.remove();
        }
    }

    /** Notes the subtype of a request of the host that has an id of its own. */
    void wasRequested(String id, String subtype) {
        synchronized (requests) {
            requests.put(id, subtype);
        }
    }

    void wasSent(String line) {
        lines.wasSent(line);
    }

    private void read(InputStream output) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            report.add("output broke off");
        }
    }

    /** Takes a line of standard output. */
    void add(String line) {
        try {
            JsonObject event = JsonObject.parse(line);
            placeholders.sawSession(event.text("session_id", ""));
            if (event.text("type", "").equals("control_request")) {
                synchronized (open) {
                    open.add(event);
                }
            }
            describe(event).forEach(report::add);
        } catch (JsonSyntaxException e) {
            report.add("no JSON, " + line.length() + " characters");
        }
    }

    private List<String> describe(JsonObject event) {
        if (!event.text("type", "").equals("control_response")) {
            return lines.of(event);
        }
        synchronized (requests) {
            String subtype = requests.getOrDefault(event.object("response").text("request_id", ""), "unknown");
            return List.of(lines.answer(subtype, event.object("response")));
        }
    }
}
