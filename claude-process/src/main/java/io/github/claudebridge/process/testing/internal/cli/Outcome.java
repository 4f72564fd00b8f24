package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a turn ended.
 *
 * @param subtype subtype of the result
 * @param failed whether the result is an error
 * @param reason its terminal reason, or null where it has none
 * @param stopReason why the model stopped, or null
 * @param text the answer, or null
 * @param error the message of the error, or null
 * @param apiStatus status of the API's refusal, or null
 */
record Outcome(
        String subtype,
        boolean failed,
        @Nullable String reason,
        @Nullable String stopReason,
        @Nullable String text,
        @Nullable String error,
        @Nullable Integer apiStatus) {

    private static final Set<String> CUT_SHORT =
            Set.of("aborted_streaming", "aborted_tools", "api_error", "budget_exhausted");

    static Outcome completed(String text, @Nullable String stopReason) {
        return new Outcome("success", false, "completed", stopReason, text, null, null);
    }

    /** A turn without the model. */
    static Outcome local(String text) {
        return new Outcome("success", false, null, null, text, null, null);
    }

    static Outcome interrupted(String reason, @Nullable String stopReason) {
        String diagnostic = "[ede_diagnostic] result_type=user last_content_type=n/a stop_reason=" + stopReason;
        return new Outcome("error_during_execution", true, reason, stopReason, null, diagnostic, null);
    }

    static Outcome replaced(String partialText) {
        return new Outcome("success", false, "aborted_streaming", null, partialText, null, null);
    }

    static Outcome apiError(String reason, String text, @Nullable Integer status) {
        return new Outcome("success", true, reason, "stop_sequence", text, null, status);
    }

    static Outcome maxTurns(long limit) {
        return limit("error_max_turns", "max_turns", "Reached maximum number of turns (" + limit + ")");
    }

    static Outcome maxBudget(String limit) {
        return limit("error_max_budget_usd", "budget_exhausted", "Reached maximum budget ($" + limit + ")");
    }

    static Outcome noConversation(String error) {
        return new Outcome("error_during_execution", true, null, null, null, error, null);
    }

    private static Outcome limit(String subtype, String reason, String error) {
        return new Outcome(subtype, true, reason, "tool_use", null, error, null);
    }

    /** Whether the message that asked for the turn counts as cancelled. */
    boolean wasCutShort() {
        return reason != null && CUT_SHORT.contains(reason);
    }

    /** The line of this end, without what the session adds. */
    JsonObject line() {
        JsonObject line = JsonObject.of("subtype", subtype, "is_error", failed, "stop_reason", stopReason);
        if (reason != null) {
            line.with("terminal_reason", reason);
        }
        if (text != null) {
            line.with("api_error_status", apiStatus).with("result", text);
        }
        if (error != null) {
            line.with("errors", List.of(error));
        }
        return line;
    }
}
