package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.CompactBoundary;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said at the end of a turn.
 *
 * @param kind how
 * @param text Markdown for an answer, else plain text
 */
record Ending(Kind kind, String text) {

    /** How the end is said. */
    enum Kind {
        ANSWER,
        /** An answer that nobody waits for any more. */
        QUIET_ANSWER,
        NOTICE,
        FAILURE
    }

    /**
     * The end of a turn.
     *
     * @param text the text of the last message
     * @param compacted what became of the history in this turn; null for nothing
     * @param apiError the CLI's word for why the request to the model failed; empty if it did not
     */
    static Ending of(TurnResult turn, String text, @Nullable CompactBoundary compacted, String apiError) {
        if (turn.outcome() == Outcome.INTERRUPTED || turn.outcome() == Outcome.CANCELLED) {
            return text.isBlank()
                    ? new Ending(Kind.NOTICE, TurnWords.STOPPED)
                    : new Ending(Kind.QUIET_ANSWER, text + "\n\n" + TurnWords.STOPPED_HERE);
        }
        if (turn.isError()) {
            return new Ending(Kind.FAILURE, failure(turn, text, apiError));
        }
        if (!text.isBlank()) {
            return new Ending(Kind.ANSWER, turn.truncated() ? text + "\n\n" + TurnWords.TRUNCATED : text);
        }
        return new Ending(
                Kind.ANSWER,
                compacted == null
                        ? TurnWords.EMPTY
                        : TurnWords.compacted(compacted.tokensBefore(), compacted.tokensAfter()));
    }

    private static String failure(TurnResult turn, String text, String apiError) {
        String reason = text.isBlank() ? String.join("; ", turn.errors()) : text;
        return switch (turn.outcome()) {
            case MAX_TURNS -> TurnWords.maxTurns();
            case BUDGET_EXHAUSTED -> TurnWords.budgetExhausted();
            case TOO_LONG -> TurnWords.tooLong();
            default -> apiFailure(turn, reason, apiError);
        };
    }

    private static String apiFailure(TurnResult turn, String reason, String apiError) {
        if (apiError.equals("authentication_failed") || reason.startsWith("Not logged in")) {
            return TurnWords.NOT_LOGGED_IN;
        }
        return turn.apiErrorStatus().orElse(0) == 404 ? TurnWords.modelUnknown(reason) : TurnWords.failed(reason);
    }
}
