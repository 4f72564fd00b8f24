package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.Usage;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;

/** Makes the result of a turn out of the CLI's report. */
final class Results {

    private Results() {}

    static TurnResult of(
            ResultMessage report, UUID sessionId, List<UUID> prompts, AnswerText answer, OptionalDouble cost) {
        Outcome outcome = outcome(report);
        return new TurnResult(
                sessionId,
                prompts,
                report.text() == null ? answer.lastBlock() : report.text(),
                outcome,
                report.terminalReason() == null ? "" : report.terminalReason(),
                report.error(),
                answer.isCutOff() || outcome == Outcome.INTERRUPTED,
                report.errors(),
                report.apiErrorStatus(),
                report.usage(),
                cost,
                report.totalCostUsd(),
                report.duration(),
                report.rounds(),
                report.localCommand(),
                report.structuredOutput(),
                report.deniedTools());
    }

    /** A turn that ended without a report. */
    static TurnResult without(UUID sessionId, UUID prompt, Outcome outcome) {
        return new TurnResult(
                sessionId,
                List.of(prompt),
                "",
                outcome,
                "",
                outcome == Outcome.ALREADY_SEEN,
                false,
                List.of(),
                OptionalInt.empty(),
                Usage.NONE,
                OptionalDouble.of(0),
                0,
                Duration.ZERO,
                0,
                null,
                null,
                List.of());
    }

    private static Outcome outcome(ResultMessage report) {
        return switch (report.terminalReason() == null ? "" : report.terminalReason()) {
            case "aborted_streaming", "aborted_tools" -> Outcome.INTERRUPTED;
            case "max_turns" -> Outcome.MAX_TURNS;
            case "budget_exhausted" -> Outcome.BUDGET_EXHAUSTED;
            case "blocking_limit" -> Outcome.TOO_LONG;
            case "api_error" -> Outcome.API_ERROR;
            default -> bySubtype(report);
        };
    }

    private static Outcome bySubtype(ResultMessage report) {
        if (!report.error()) {
            return Outcome.COMPLETED;
        }
        return switch (report.subtype()) {
            case "error_max_turns" -> Outcome.MAX_TURNS;
            case "error_max_budget_usd" -> Outcome.BUDGET_EXHAUSTED;
            case "success" -> Outcome.API_ERROR;
            default -> Outcome.FAILED;
        };
    }
}
