package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.event.ToolResult;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.telegram.conversation.words.ToolWords;
import io.github.claudebridge.telegram.conversation.words.ToolWords.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tools that were used in a turn: those that run, and those that are done. Those of subagents are shown only while they run. Not thread-safe. */
final class Steps {

    /**
     * A tool use that is over.
     *
     * @param output what a failed one said; empty for the others
     */
    record Step(String done, boolean failed, String output) {}

    /** More than anybody is shown of it. */
    private static final int MOST_OUTPUT = 1_000;

    private final Map<String, Phrase> running = new LinkedHashMap<>();
    private final List<Step> done = new ArrayList<>();
    private String directory = "";
    private int used;

    void workingIn(String workingDirectory) {
        directory = workingDirectory;
    }

    void on(ToolUse use) {
        running.put(use.id(), ToolPhrases.of(use, directory));
        if (use.parentToolUseId() == null) {
            used++;
        }
    }

    void on(ToolResult result) {
        Phrase phrase = running.remove(result.toolUseId());
        if (phrase != null && result.parentToolUseId() == null) {
            done.add(new Step(phrase.done(), result.error(), result.error() ? beginning(result.text()) : ""));
        }
    }

    private static String beginning(String output) {
        String text = output.strip();
        return text.length() <= MOST_OUTPUT ? text : text.substring(0, MOST_OUTPUT);
    }

    /** How many tools the conversation itself has used. */
    int used() {
        return used;
    }

    List<Step> done() {
        return List.copyOf(done);
    }

    /** What this use does, while it runs; empty otherwise. */
    String now(String toolUseId) {
        Phrase phrase = running.get(toolUseId);
        return phrase == null ? "" : phrase.doing();
    }

    /** What runs now, the last that was begun first; empty where nothing does. */
    String now() {
        List<Phrase> phrases = List.copyOf(running.values());
        if (phrases.isEmpty()) {
            return "";
        }
        String last = phrases.get(phrases.size() - 1).doing();
        return phrases.size() == 1 ? last : ToolWords.andMore(last, phrases.size() - 1);
    }
}
