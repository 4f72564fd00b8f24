package io.github.claudebridge.telegram.conversation.words;

/** What Claude does with its tools, as people say it. */
public final class ToolWords {

    private ToolWords() {}

    /**
     * What a use of a tool is called while it goes on and when it is over.
     *
     * @param doing such as {@code Reading config.json}
     * @param done such as {@code Read config.json}
     */
    public record Phrase(String doing, String done) {}

    public static Phrase reading(String file) {
        return new Phrase("Reading " + file, "Read " + file);
    }

    public static Phrase writing(String file) {
        return new Phrase("Writing " + file, "Wrote " + file);
    }

    public static Phrase editing(String file) {
        return new Phrase("Editing " + file, "Edited " + file);
    }

    public static Phrase running(String command) {
        return new Phrase("Running " + command, "Ran " + command);
    }

    public static Phrase watching() {
        return new Phrase("Looking at a background command", "Looked at a background command");
    }

    public static Phrase ending() {
        return new Phrase("Ending a background command", "Ended a background command");
    }

    public static Phrase searching(String what) {
        return new Phrase("Searching for " + what, "Searched for " + what);
    }

    public static Phrase finding(String what) {
        return new Phrase("Looking for files " + what, "Looked for files " + what);
    }

    public static Phrase listing(String folder) {
        return new Phrase("Listing " + folder, "Listed " + folder);
    }

    public static Phrase fetching(String page) {
        return new Phrase("Fetching " + page, "Fetched " + page);
    }

    public static Phrase searchingWeb(String what) {
        return new Phrase("Searching the web for " + what, "Searched the web for " + what);
    }

    public static Phrase subagent(String task) {
        return new Phrase("Subagent: " + task, "Subagent: " + task);
    }

    public static Phrase skill(String name) {
        return new Phrase("Using the skill " + name, "Used the skill " + name);
    }

    public static Phrase planning() {
        return new Phrase("Updating the to-do list", "Updated the to-do list");
    }

    public static Phrase asking() {
        return new Phrase("Asking you", "Asked you");
    }

    public static Phrase proposing() {
        return new Phrase("Proposing a plan", "Proposed a plan");
    }

    public static Phrase tool(String name) {
        return new Phrase("Using " + name, "Used " + name);
    }

    /** Several things at once. */
    public static String andMore(String doing, int more) {
        return doing + " (+" + more + " more)";
    }
}
