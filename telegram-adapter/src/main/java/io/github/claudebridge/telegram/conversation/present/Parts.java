package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.event.ApiRetry;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.StatusReport;
import io.github.claudebridge.process.event.TaskFinished;
import io.github.claudebridge.process.event.TaskStarted;
import io.github.claudebridge.process.event.Thinking;
import io.github.claudebridge.process.event.ToolResult;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import java.util.Optional;

/** What the verbose mode shows of an event, as Markdown that is complete in itself. */
final class Parts {

    private static final int LONGEST = 1_500;

    private Parts() {}

    /**
     * The part that an event adds.
     *
     * @param steps has heard of the event already
     */
    static Optional<String> of(ClaudeEvent event, Steps steps) {
        if (event instanceof Output output && !output.partial()) {
            return text(output.text(), output.isFromSubagent());
        }
        if (event instanceof Thinking thinking && !thinking.partial()) {
            return thinking.text().isBlank()
                    ? Optional.empty()
                    : Optional.of(quote("💭 " + thinking.text().strip()));
        }
        if (event instanceof ToolUse use) {
            return Optional.of(mark(use.parentToolUseId() != null) + "🔧 **" + Plain.text(steps.now(use.id())) + "**"
                    + use.input()
                            .string("command")
                            .map(command -> "\n" + Fence.around("bash", command, LONGEST))
                            .orElse(""));
        }
        if (event instanceof ToolResult result) {
            String text = result.text().isBlank() ? "" : "\n" + Fence.around("", result.text(), LONGEST);
            String sign = result.error() ? "✗" : text.isEmpty() ? "✓" : "";
            return Optional.of(mark(result.parentToolUseId() != null) + sign + text);
        }
        return progress(event).map(text -> "_" + Plain.text(text) + "_");
    }

    /** What the other modes show on a line that changes. */
    private static Optional<String> progress(ClaudeEvent event) {
        if (event instanceof ApiRetry retry) {
            return Optional.of(TurnWords.retrying(retry.attempt(), retry.maxRetries(), retry.delay()));
        }
        if (event instanceof StatusReport report) {
            return Optional.ofNullable(report.status())
                    .filter("compacting"::equals)
                    .map(compacting -> TurnWords.COMPACTING);
        }
        if (event instanceof TaskStarted task && task.background()) {
            return Optional.of(TurnWords.taskStarted(task.description()));
        }
        return event instanceof TaskFinished task
                ? Optional.of(TurnWords.taskFinished(task.summary(), task.status()))
                : Optional.empty();
    }

    private static Optional<String> text(String text, boolean subagent) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(subagent ? quote("↳ " + text.strip()) : text);
    }

    private static String mark(boolean subagent) {
        return subagent ? "↳ " : "";
    }

    private static String quote(String text) {
        return "> " + text.replace("\n", "\n> ");
    }
}
