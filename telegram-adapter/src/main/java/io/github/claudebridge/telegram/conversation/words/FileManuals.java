package io.github.claudebridge.telegram.conversation.words;

/** What people are told about the commands that hand things out. */
public final class FileManuals {

    public static final Manual FILE = Manual.of("file", "<path>", "Send a file of the session")
            .saying(
                    "The path begins in the session's folder. For a file from elsewhere you are asked first; links are not followed.")
            .with("/file notes.md", "sends notes.md")
            .with("/file build/report.pdf", "sends a file of a folder in it");

    public static final Manual EXPORT = Manual.of("export", "[md|html|json]", "Send the log of the session as a file")
            .with("/export html", "a page to read in a browser");

    public static final Manual SEARCH = Manual.of("search", "<words>", "Find what was said in your sessions")
            .saying(
                    "It looks for the words as they stand, whatever their case, in prompts, answers and tools, newest first.")
            .with("/search database schema", "finds where the two words stand together")
            .being(Manual.Trait.PRIVATE);

    public static final Manual USAGE = Manual.of("usage", "", "Show cost, tokens and turns, with a picture")
            .saying("For today, the last days and each of your sessions, as their logs tell.")
            .being(Manual.Trait.PRIVATE);

    private FileManuals() {}
}
