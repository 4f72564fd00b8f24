package io.github.claudebridge.telegram.conversation.question;

import java.util.Optional;

/**
 * What people are shown of a request.
 *
 * @param markdown fits on a screen
 * @param whole all of it, where that is more
 */
record Card(String markdown, Optional<Whole> whole) {

    /**
     * A text that is sent as a file.
     *
     * @param name of the file
     */
    record Whole(String name, String text) {}

    Card(String markdown) {
        this(markdown, Optional.empty());
    }

    /** The same below a line. */
    Card below(String line) {
        return new Card(line + "\n\n" + markdown, whole);
    }
}
