package io.github.claudebridge.process.error;

import java.util.List;

/** Puts the last lines of stderr into a message. */
final class Lines {

    private Lines() {}

    static String quoted(List<String> lines) {
        return lines.isEmpty() ? "" : " Its last words: " + String.join(" | ", lines);
    }
}
