package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ToolResult;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.words.Plain;
import java.time.Duration;
import java.util.List;

/** Nothing for quick turns, then a card with what Claude does; at the end as much as fits on a screen, and what failed. Thread-safe. */
final class SmartView extends BoardView {

    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final int STEPS = 5;

    SmartView(Stage stage) {
        super(stage, QUICK, Answer.Size.ONE_SCREEN);
    }

    @Override
    Ending ending(TurnResult turn) {
        return Failures.below(super.ending(turn), story().work().steps().done());
    }

    /** The last things that were done. */
    @Override
    void draw(ClaudeEvent event, Board card) {
        if (event instanceof ToolResult) {
            List<Steps.Step> done = story().work().steps().done();
            card.restart();
            done.stream()
                    .skip(Math.max(0, done.size() - STEPS))
                    .map(step -> (step.failed() ? "✗ " : "✓ ") + Plain.text(step.done()) + "  \n")
                    .forEach(card::append);
        }
    }
}
