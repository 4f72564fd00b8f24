package io.github.claudebridge.process.transcript;

import io.github.claudebridge.process.framing.LineSink;
import java.util.Optional;
import java.util.UUID;

/**
 * Follows a prompt through the lines of a session: from the line that holds it to the next one that begins another turn. The CLI
 * writes a line for each block of the model's message, and each of them already tells how the message ended. Not thread-safe.
 */
final class FateFinder implements LineSink {

    private static final BytePattern COMMAND = new BytePattern("\"subtype\":\"local_command\"");

    private final String id;
    private final BytePattern mention;
    private PromptFate fate = new PromptFate.Unseen();
    private boolean isInTurn;
    private String messageId = "";
    private String answer = "";
    private String lastText = "";

    FateFinder(UUID promptId) {
        id = promptId.toString();
        mention = new BytePattern("\"" + id + "\"");
    }

    PromptFate fate() {
        return fate;
    }

    @Override
    public void line(byte[] buffer, int offset, int length) {
        boolean isMentioned = mention.isIn(buffer, offset, length);
        if (isMentioned || (isInTurn && mayTell(buffer, offset, length))) {
            Optional<Entry> entry = EntryParser.parse(buffer, offset, length);
            if (isMentioned) {
                seen();
            }
            entry.ifPresent(this::entry);
        }
    }

    private static boolean mayTell(byte[] buffer, int offset, int length) {
        return EntryParser.mayBeMessage(buffer, offset, length) || COMMAND.isIn(buffer, offset, length);
    }

    @Override
    public void tooLong(byte[] head, long length) {
        // It may be the prompt itself, with a large image.
        seen();
    }

    /** Whoever names a prompt has seen it, in whatever kind of line. */
    private void seen() {
        if (fate instanceof PromptFate.Unseen) {
            fate = new PromptFate.Open("");
        }
    }

    private void entry(Entry entry) {
        if (entry.holds(id)) {
            begin();
        } else if (isInTurn) {
            goOn(entry);
        }
    }

    /** Also where it is given to the model again, after its first turn was cut off. */
    private void begin() {
        isInTurn = true;
        messageId = "";
        answer = "";
        lastText = "";
        fate = new PromptFate.Open("");
    }

    private void goOn(Entry entry) {
        if (entry.isInterruption() && !(fate instanceof PromptFate.Answered)) {
            fate = new PromptFate.Interrupted(lastText);
            isInTurn = false;
        } else if (entry.beginsTurn()) {
            isInTurn = false;
        } else if (entry.makesModelGoOn()) {
            fate = new PromptFate.Open(lastText);
        } else if (entry.isCommandOutput() && messageId.isEmpty()) {
            fate = new PromptFate.Answered(entry.commandOutput());
        } else if (entry.isAssistant()) {
            assistant(entry);
        }
    }

    private void assistant(Entry entry) {
        if (entry.isApiError()) {
            fate = new PromptFate.Failed(lastText, entry.text());
        } else if (!entry.isSynthetic()) {
            block(entry);
        }
    }

    private void block(Entry entry) {
        if (!entry.messageId().equals(messageId)) {
            messageId = entry.messageId();
            answer = "";
        }
        for (String text : entry.texts()) {
            answer = text;
        }
        lastText = answer.isEmpty() ? lastText : answer;
        boolean isWhole = entry.endsAnswer() && !answer.isEmpty();
        fate = isWhole ? new PromptFate.Answered(answer) : new PromptFate.Open(lastText);
    }
}
