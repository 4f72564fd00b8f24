package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.ToolWords;
import io.github.claudebridge.telegram.conversation.words.ToolWords.Phrase;

/** Tells in a few words what a tool use does: its name and its target. */
final class ToolPhrases {

    private static final int LONGEST = 60;

    private ToolPhrases() {}

    /**
     * The words for a tool use.
     *
     * @param directory the working directory, whose files are named without it; empty if unknown
     */
    static Phrase of(ToolUse use, String directory) {
        Json input = use.input();
        return switch (use.name()) {
            case "Read" -> ToolWords.reading(file(input, "file_path", directory));
            case "Write" -> ToolWords.writing(file(input, "file_path", directory));
            case "Edit", "MultiEdit" -> ToolWords.editing(file(input, "file_path", directory));
            case "NotebookEdit" -> ToolWords.editing(file(input, "notebook_path", directory));
            case "Bash" -> ToolWords.running(short_(input, "command"));
            case "BashOutput", "TaskOutput" -> ToolWords.watching();
            case "KillShell", "TaskStop" -> ToolWords.ending();
            case "Grep" -> ToolWords.searching(short_(input, "pattern"));
            case "Glob" -> ToolWords.finding(short_(input, "pattern"));
            case "LS" -> ToolWords.listing(file(input, "path", directory));
            case "WebFetch" -> ToolWords.fetching(short_(input, "url"));
            case "WebSearch" -> ToolWords.searchingWeb(short_(input, "query"));
            case "Task", "Agent" -> ToolWords.subagent(short_(input, "description"));
            case "Skill" -> ToolWords.skill(short_(input, input.string("skill").isPresent() ? "skill" : "command"));
            case "TodoWrite" -> ToolWords.planning();
            case "AskUserQuestion" -> ToolWords.asking();
            case "ExitPlanMode" -> ToolWords.proposing();
            default -> ToolWords.tool(name(use.name()));
        };
    }

    /** {@code mcp__server__tool} is the CLI's name for a tool of an MCP server. */
    private static String name(String tool) {
        String[] parts = tool.split("__", 3);
        return parts.length == 3 && parts[0].equals("mcp") ? parts[2] + " (" + parts[1] + ")" : tool;
    }

    private static String short_(Json input, String key) {
        return Plain.excerpt(input.string(key).orElse("…"), LONGEST);
    }

    private static String file(Json input, String key, String directory) {
        String path = input.string(key).orElse("…");
        if (!directory.isEmpty() && path.startsWith(directory + "/")) {
            path = path.substring(directory.length() + 1);
        }
        return path.length() <= LONGEST ? path : path.substring(path.lastIndexOf('/') + 1);
    }
}
