package io.github.claudebridge.process.testing.internal.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments that the command line understands. Immutable. */
final class Arguments {
    private static final Set<String> SWITCHES = Set.of(
            "-p",
            "--print",
            "--version",
            "--verbose",
            "--include-partial-messages",
            "--replay-user-messages",
            "--include-hook-events",
            "--continue",
            "--fork-session",
            "--no-session-persistence",
            "--dangerously-skip-permissions",
            "--allow-dangerously-skip-permissions",
            "--strict-mcp-config",
            "--bare");
    private static final Set<String> WITH_VALUE = Set.of(
            "--input-format",
            "--output-format",
            "--permission-prompt-tool",
            "--session-id",
            "--resume",
            "--resume-session-at",
            "--model",
            "--fallback-model",
            "--permission-mode",
            "--max-turns",
            "--max-budget-usd",
            "--max-thinking-tokens",
            "--effort",
            "--system-prompt",
            "--system-prompt-snapshot",
            "--append-system-prompt",
            "--settings",
            "--setting-sources",
            "--json-schema",
            "--agents",
            "--agent",
            "--name");
    private static final Set<String> WITH_VALUES = Set.of(
            "--allowedTools",
            "--allowed-tools",
            "--disallowedTools",
            "--disallowed-tools",
            "--tools",
            "--add-dir",
            "--mcp-config",
            "--plugin-dir",
            "--betas");

    private final Map<String, List<String>> values;

    private Arguments(Map<String, List<String>> values) {
        this.values = values;
    }

    static Arguments parse(List<String> arguments) throws StartFailure {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int next = 0;
        while (next < arguments.size()) {
            String argument = arguments.get(next++);
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!name.startsWith("-") || SWITCHES.contains(name)) {
                values.putIfAbsent(name, List.of());
                continue;
            }
            List<String> found = values.computeIfAbsent(name, key -> new ArrayList<>());
            if (equals >= 0) {
                found.add(argument.substring(equals + 1));
            } else if (WITH_VALUE.contains(name) && next < arguments.size()) {
                found.add(arguments.get(next++));
            } else if (WITH_VALUES.contains(name)) {
                while (next < arguments.size() && !arguments.get(next).startsWith("-")) {
                    found.add(arguments.get(next++));
                }
            } else {
                throw new StartFailure("error: unknown option '" + name + "'");
            }
        }
        return new Arguments(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> value(String name) {
        return values(name).stream().reduce((first, last) -> last);
    }

    /** All values of an option, in order. */
    List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }
}
