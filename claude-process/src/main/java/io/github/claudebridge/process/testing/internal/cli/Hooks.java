package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The hooks that the host has registered. Thread-safe. */
final class Hooks {
    private final HostCalls host;
    private final Session session;
    private final Map<String, List<String>> callbacks = new ConcurrentHashMap<>();

    Hooks(HostCalls host, Session session) {
        this.host = host;
        this.session = session;
    }

    /** Takes the hooks of an initialize request. */
    void register(JsonObject hooks) {
        for (String event : hooks.keys()) {
            List<String> ids = callbacks.computeIfAbsent(event, key -> new CopyOnWriteArrayList<>());
            hooks.objects(event).forEach(matcher -> ids.addAll(matcher.texts("hookCallbackIds")));
        }
    }

    /**
     * Calls the hooks of an event and waits for their answers.
     *
     * @param fields what the event tells beside what all of them tell
     */
    List<JsonObject> call(String event, JsonObject fields, String id, Cancellation cancellation)
            throws Cancellation.Cancelled, InterruptedException {
        List<JsonObject> answers = new ArrayList<>();
        for (String callback : callbacks.getOrDefault(event, List.of())) {
            JsonObject input = JsonObject.of(
                            "session_id", session.id(),
                            "cwd", session.directory().toString(),
                            "permission_mode", session.permissionMode(),
                            "hook_event_name", event)
                    .withAll(fields);
            JsonObject request = JsonObject.of(
                    "subtype", "hook_callback", "callback_id", callback, "input", input, "tool_use_id", id);
            answers.add(HostCalls.await(host.ask(request, cancellation)).response());
        }
        return answers;
    }
}
