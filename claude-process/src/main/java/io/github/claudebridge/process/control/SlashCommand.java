package io.github.claudebridge.process.control;

import io.github.claudebridge.process.json.Json;
import java.util.List;

/**
 * A slash command.
 *
 * @param name without the slash
 * @param description for people
 * @param argumentHint what to write after it; empty where it takes nothing
 * @param aliases other names
 * @param builtin whether it is part of Claude Code
 */
public record SlashCommand(
        String name, String description, String argumentHint, List<String> aliases, boolean builtin) {

    public SlashCommand {
        aliases = List.copyOf(aliases);
    }

    /** Reads the list in the CLI's answer to its initialization. */
    public static List<SlashCommand> list(Json initialization) {
        return Answers.list(initialization, "commands").map(SlashCommand::read).toList();
    }

    private static SlashCommand read(Json json) {
        return new SlashCommand(
                json.string("name").orElse(""),
                json.string("description").orElse(""),
                json.string("argumentHint").orElse(""),
                Answers.list(json, "aliases")
                        .flatMap(alias -> alias.string().stream())
                        .toList(),
                json.isTrue("builtin"));
    }
}
