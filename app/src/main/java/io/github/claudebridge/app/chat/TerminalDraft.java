package io.github.claudebridge.app.chat;

import io.github.claudebridge.telegram.conversation.Draft;

/** An answer that appears line by line while it is written. Thread-safe. */
final class TerminalDraft implements Draft {

    private final Screen screen;
    private final String seen;
    private final StringBuilder all = new StringBuilder();
    private int shown;
    private String headline = "";

    /**
     * @param seen what was shown of this answer before, by a draft that was put away meanwhile
     */
    TerminalDraft(Screen screen, String seen) {
        this.screen = screen;
        this.seen = seen;
    }

    @Override
    public synchronized void headline(String line) {
        // Times and counts in it change each second; what it is about changes seldom.
        String about = line.replaceAll("[0-9]+(?: ?(?:s|min|h))?\\b", "").strip();
        if (!about.equals(headline) && !line.isBlank()) {
            headline = about;
            screen.activity(line);
        }
    }

    @Override
    public synchronized void append(String markdown) {
        boolean again = all.length() == 0 && !seen.isEmpty() && markdown.startsWith(seen);
        all.append(markdown);
        shown = again ? seen.length() : shown;
        int end = all.lastIndexOf("\n");
        if (screen.streams() && end >= shown) {
            screen.show(all.substring(shown, end));
            shown = end + 1;
        }
    }

    @Override
    public synchronized void restart() {
        if (screen.streams() && all.length() > shown) {
            screen.show(all.substring(shown));
        }
        all.setLength(0);
        shown = 0;
    }

    /** What is not shown yet of an answer of which this may be the beginning. */
    synchronized String rest(String markdown) {
        String begun = shown().stripLeading();
        return !begun.isBlank() && markdown.startsWith(begun) ? markdown.substring(begun.length()) : markdown;
    }

    /** What was shown. */
    synchronized String shown() {
        return all.substring(0, Math.min(shown, all.length()));
    }

    @Override
    public synchronized void close() {
        // What is left of the text comes with the answer.
    }
}
