package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The tools by name. Thread-safe. */
final class Toolbox {
    private final Map<String, Tool> tools = new ConcurrentHashMap<>();

    void add(String name, Tool tool) {
        tools.put(name, tool);
    }

    Optional<Tool> find(String name) {
        return Optional.ofNullable(tools.get(name));
    }

    Set<String> names() {
        return new TreeSet<>(tools.keySet());
    }

    /** The tools as a request lists them. */
    List<JsonObject> descriptions() {
        return names().stream().map(name -> JsonObject.of("name", name)).toList();
    }
}
