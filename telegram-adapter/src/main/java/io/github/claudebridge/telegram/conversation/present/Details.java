package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is folded up below an answer: one line with tools, time and cost, then what was done. */
final class Details {

    private static final int MOST_STEPS = 30;
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(10);

    private Details() {}

    /** The line about a whole turn. */
    static String summary(TurnResult turn, Work work) {
        return TurnWords.summary(work.steps().used(), turn.duration(), turn.costUsd());
    }

    /** Markdown; empty for a short turn without tools. */
    static String of(TurnResult turn, Work work) {
        boolean worthIt = work.steps().used() > 0
                || turn.duration().compareTo(WORTH_A_LINE) >= 0
                || !work.background().isEmpty();
        return worthIt ? String.join("  \n", lines(turn, work)) : "";
    }

    private static List<String> lines(TurnResult turn, Work work) {
        List<String> lines = new ArrayList<>();
        lines.add("**" + Plain.text(summary(turn, work)) + "**");
        if (!work.background().isEmpty()) {
            lines.add(Plain.text(TurnWords.background(work.background())));
        }
        List<Steps.Step> steps = work.steps().done();
        steps.stream()
                .limit(MOST_STEPS)
                .map(step -> (step.failed() ? "✗ " : "• ") + Plain.text(step.done()))
                .forEach(lines::add);
        if (steps.size() > MOST_STEPS) {
            lines.add(TurnWords.moreSteps(steps.size() - MOST_STEPS));
        }
        return lines;
    }
}
