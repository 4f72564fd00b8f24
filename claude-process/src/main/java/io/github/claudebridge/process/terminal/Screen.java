package io.github.claudebridge.process.terminal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to be seen in a terminal at one moment, without colours. Immutable and thread-safe.
 *
 * @param lines from the top, as many as the window has rows, without blanks at their ends
 */
public record Screen(List<String> lines) {

    /** A screen. */
    public Screen {
        lines = List.copyOf(lines);
    }

    /** The lines as one text, without empty ones at its end. */
    public String text() {
        return lines.stream().collect(Collectors.joining("\n")).stripTrailing();
    }

    /** The lines that are not empty. */
    public List<String> content() {
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /** Whether this stands on one of its lines. */
    public boolean shows(String words) {
        return lines.stream().anyMatch(line -> line.contains(words));
    }
}
