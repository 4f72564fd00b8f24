package io.github.claudebridge.process;

import io.github.claudebridge.process.event.DeniedTool;
import io.github.claudebridge.process.event.Usage;
import io.github.claudebridge.process.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a turn ended. Immutable and thread-safe.
 *
 * @param sessionId the session it belongs to
 * @param promptIds the prompts it answers: usually one, several where the CLI merged them, none for a turn that nobody asked for
 * @param text the last text of the answer; after an interrupt what was there by then
 * @param outcome how it ended
 * @param terminalReason the CLI's word for that; empty where it gives none
 * @param isError whether it failed, was cut off, or had been seen before without an answer that is known
 * @param truncated whether the last message was cut off; the text is not the whole answer then, whatever the outcome
 * @param errors the CLI's messages of a failure
 * @param apiErrorStatus the HTTP status of a failed request
 * @param usage tokens
 * @param costUsd what it added to the cost of the session; empty where that cannot be told
 * @param sessionCostUsd the cost of the session so far
 * @param duration wall time in the CLI
 * @param rounds requests to the model
 * @param localCommand the slash command that the CLI answered without the model; null otherwise
 * @param structuredOutput the output in the wanted JSON schema; null where none was wanted
 * @param deniedTools tool uses that were denied
 */
public record TurnResult(
        UUID sessionId,
        List<UUID> promptIds,
        String text,
        Outcome outcome,
        String terminalReason,
        boolean isError,
        boolean truncated,
        List<String> errors,
        OptionalInt apiErrorStatus,
        Usage usage,
        OptionalDouble costUsd,
        double sessionCostUsd,
        Duration duration,
        int rounds,
        @Nullable String localCommand,
        @Nullable Json structuredOutput,
        List<DeniedTool> deniedTools) {

    public TurnResult {
        promptIds = List.copyOf(promptIds);
        errors = List.copyOf(errors);
        deniedTools = List.copyOf(deniedTools);
    }

    /** Whether nobody asked for this turn: a background task has ended and Claude speaks about it. */
    public boolean isUnasked() {
        return promptIds.isEmpty();
    }
}
