package io.github.claudebridge.process.transcript;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a session's file, as far as its form is known; what a line does not have is empty or false. Immutable and thread-safe.
 *
 * @param type what kind of line it is
 * @param uuid its id; that of the prompt where a prompt was the user's
 * @param promptIds the other prompts that it holds: those that were merged with it, or the one that it adds to a running turn
 * @param isSidechain whether a subagent wrote it
 * @param isMeta whether the CLI itself said it to the model
 * @param continuesTurn whether the CLI made the model go on with it
 * @param isApiError whether it reports a request to the model that failed for good
 * @param note what a line without a message says
 * @param messageId the message of the model that it is a block of
 * @param isSynthetic whether the CLI wrote it in place of the model
 * @param stopReason why the model's message ended; known to each of its lines
 * @param texts the texts of its blocks
 * @param hasToolResult whether it brings the result of a tool
 */
record Entry(
        String type,
        String uuid,
        List<String> promptIds,
        boolean isSidechain,
        boolean isMeta,
        boolean continuesTurn,
        boolean isApiError,
        String note,
        String messageId,
        boolean isSynthetic,
        String stopReason,
        List<String> texts,
        boolean hasToolResult) {

    private static final Set<String> UNFINISHED = Set.of("", "tool_use", "max_tokens", "pause_turn");
    private static final Set<String> INTERRUPTIONS =
            Set.of("[Request interrupted by user]", "[Request interrupted by user for tool use]");
    private static final String STOP_HOOK = "Stop hook feedback:";
    private static final Pattern COMMAND_OUTPUT =
            Pattern.compile("<local-command-(stdout|stderr)>(.*)</local-command-\\1>", Pattern.DOTALL);

    boolean isAssistant() {
        return type.equals("assistant") && !isSidechain;
    }

    boolean isUser() {
        return type.equals("user") && !isSidechain;
    }

    /** The texts of its blocks, each on lines of its own. */
    String text() {
        return String.join("\n", texts);
    }

    /** Whether it gives this prompt to the model. */
    boolean holds(String promptId) {
        return (isUser() && uuid.equals(promptId)) || promptIds.contains(promptId);
    }

    /** Whether the model's message, of which this is a block, was its last word. */
    boolean endsAnswer() {
        return isAssistant() && !isSynthetic && !isApiError && !UNFINISHED.contains(stopReason);
    }

    boolean isInterruption() {
        return isUser() && isInterruption(text());
    }

    /** Whether this is what the CLI writes down for an interruption by the user. */
    static boolean isInterruption(String text) {
        return INTERRUPTIONS.contains(text);
    }

    /** Whether the CLI makes the model go on after what had looked like its last word. */
    boolean makesModelGoOn() {
        return isUser() && isMeta && (continuesTurn || text().startsWith(STOP_HOOK));
    }

    boolean isCommandOutput() {
        return (isUser() || type.equals("system")) && commandOutputOf().matches();
    }

    /** What a command with a slash put out, where this is its output. */
    String commandOutput() {
        Matcher output = commandOutputOf();
        return output.matches() ? output.group(2).strip() : "";
    }

    /** Whether something begins with it that is not part of the turn before: a prompt, or news of a background task. */
    boolean beginsTurn() {
        return isUser() && !isMeta && !hasToolResult && !isCommandOutput();
    }

    private Matcher commandOutputOf() {
        return COMMAND_OUTPUT.matcher(type.equals("system") ? note : text());
    }
}
