package io.github.claudebridge.process.transcript;

import io.github.claudebridge.process.framing.LineSink;
import java.util.Optional;

/** Finds out with which prompt the turn began that a prompt was given to the model in, the last time that it was. Not thread-safe. */
final class TurnFinder implements LineSink {

    private final String id;
    private final BytePattern mention;
    private String beginning = "";
    private String found = "";

    TurnFinder(String promptId) {
        id = promptId;
        mention = new BytePattern("\"" + id + "\"");
    }

    /** The line that began the turn; empty where the prompt is not there. */
    Optional<String> beginning() {
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    @Override
    public void line(byte[] buffer, int offset, int length) {
        if (EntryParser.mayBeMessage(buffer, offset, length) || mention.isIn(buffer, offset, length)) {
            EntryParser.parse(buffer, offset, length).ifPresent(this::entry);
        }
    }

    @Override
    public void tooLong(byte[] head, long length) {
        // It may be a prompt, with a large image.
        beginning = "";
    }

    private void entry(Entry entry) {
        if (entry.beginsTurn()) {
            // Merged prompts stand in one line, which has the id of the last of them.
            beginning = entry.promptIds().isEmpty()
                    ? entry.uuid()
                    : entry.promptIds().get(0);
        }
        if (entry.holds(id)) {
            found = beginning;
        }
    }
}
