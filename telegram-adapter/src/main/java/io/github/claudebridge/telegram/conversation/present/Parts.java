package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.Thinking;
import io.github.claudebridge.process.event.ToolResult;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.telegram.conversation.words.Plain;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the verbose mode shows of an event, as Markdown that is complete in itself. */
final class Parts {

    private static final int LONGEST = 1_500;
    private static final Pattern TICKS = Pattern.compile("`{3,}");

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
                            .map(command -> "\n" + fence("bash", command))
                            .orElse(""));
        }
        if (event instanceof ToolResult result) {
            String text = result.text().isBlank() ? "" : "\n" + fence("", result.text());
            String sign = result.error() ? "✗" : text.isEmpty() ? "✓" : "";
            return Optional.of(mark(result.parentToolUseId() != null) + sign + text);
        }
        return Optional.empty();
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

    private static String fence(String language, String text) {
        String shown = text.length() <= LONGEST ? text.strip() : cut(text) + "\n…";
        String fence = "```";
        for (Matcher ticks = TICKS.matcher(shown); ticks.find(); ) {
            fence = ticks.group().length() >= fence.length() ? ticks.group() + "`" : fence;
        }
        return fence + language + "\n" + shown + "\n" + fence;
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }
}
