package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.SessionInit;
import java.util.ArrayList;
import java.util.List;

/** The text of the last message of a turn. The CLI's own report has only the last block of it. Not thread-safe. */
final class LastText {

    private final List<String> blocks = new ArrayList<>();
    private String message = "";

    void on(ClaudeEvent event) {
        if (event instanceof SessionInit) {
            blocks.clear();
        } else if (event instanceof Output output && !output.partial() && !output.isFromSubagent()) {
            if (!output.messageId().equals(message)) {
                blocks.clear();
                message = output.messageId();
            }
            blocks.add(output.text());
        }
    }

    /** The answer of a turn that has ended. */
    String of(TurnResult turn) {
        String whole = String.join("\n\n", blocks);
        return whole.endsWith(turn.text()) ? whole : turn.text();
    }
}
