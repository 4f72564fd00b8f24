package io.github.claudebridge.telegram.render.internal.stream;

import io.github.claudebridge.telegram.render.internal.text.TextCleanup;

/** Markdown to which text is added at its end, cleaned up; every character is looked at a few times at most. Not thread-safe. */
final class GrowingSource {

    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder clean = new StringBuilder();
    private int settledRaw;
    private int settled;

    /** Adds to the end; the text may be cut off anywhere, even within a character. */
    void append(CharSequence more) {
        raw.append(more);
        clean.setLength(settled);
        int end = TextCleanup.settled(raw);
        if (end > settledRaw) {
            clean.append(TextCleanup.sourcePart(raw, settledRaw, end));
            settledRaw = end;
            settled = clean.length();
        }
        clean.append(TextCleanup.sourcePart(raw, settledRaw, raw.length()));
    }

    /** The text; a view that changes. */
    CharSequence text() {
        return clean;
    }

    /** The text from a place on. */
    String from(int start) {
        return clean.substring(start);
    }

    /** How many UTF-16 units at the beginning of the text stay as they are. */
    int settled() {
        return settled;
    }
}
