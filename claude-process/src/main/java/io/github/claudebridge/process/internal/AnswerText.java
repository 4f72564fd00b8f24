package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.MessageStarted;
import io.github.claudebridge.process.event.MessageStopped;
import io.github.claudebridge.process.event.Output;

/** The text of the answer so far, and whether its last message is whole. Not thread-safe. */
final class AnswerText {

    private String lastBlock = "";
    private boolean messageOpen;
    private boolean aborted;

    void observe(ClaudeEvent event) {
        if (event instanceof Output output && !output.partial() && !output.isFromSubagent()) {
            lastBlock = output.text();
            aborted |= output.aborted();
        } else if (event instanceof MessageStarted message && message.parentToolUseId() == null) {
            messageOpen = true;
        } else if (event instanceof MessageStopped message && message.parentToolUseId() == null) {
            messageOpen = false;
        }
    }

    String lastBlock() {
        return lastBlock;
    }

    boolean isCutOff() {
        return messageOpen || aborted;
    }

    /** The turn is over. */
    void reset() {
        lastBlock = "";
        messageOpen = false;
        aborted = false;
    }
}
