package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tools by name. */
final class Toolbox {
    private static final List<String> FOR_THE_USER = List.of("AskUserQuestion", "EnterPlanMode", "ExitPlanMode");

    private final Map<String, Tool> tools = new LinkedHashMap<>();

    Toolbox(Path directory, Map<String, String> environment, boolean hostAnswers) {
        tools.put("Bash", new BashTool(directory, environment));
        tools.put("Edit", new EditTool(directory));
        tools.put("Read", new ReadTool(directory));
        tools.put("Write", new WriteTool(directory));
        if (hostAnswers) {
            FOR_THE_USER.forEach(name -> tools.put(name, new UserTool(name)));
        }
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
