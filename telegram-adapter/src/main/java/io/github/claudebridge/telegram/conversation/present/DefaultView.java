package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.MessageStarted;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.telegram.conversation.Answer;
import java.time.Duration;

/** The answer as it is written, in a draft with what Claude does on its first line; then the answer as a message. Thread-safe. */
final class DefaultView extends BoardView {

    /** A draft for less than this would only flicker. */
    private static final Duration QUICK = Duration.ofSeconds(1);

    DefaultView(Stage stage) {
        super(stage, QUICK, Answer.Size.FEW_MESSAGES);
    }

    @Override
    void draw(ClaudeEvent event, Board board) {
        if (event instanceof Output output && output.partial() && !output.isFromSubagent()) {
            board.append(output.text());
        } else if (event instanceof MessageStarted message && message.parentToolUseId() == null) {
            board.restart();
        }
    }
}
