package io.github.claudebridge.process.event;

import io.github.claudebridge.process.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The CLI's own report at the end of a turn, as it came. {@code TurnResult} is the same thing made sense of.
 *
 * @param sessionId the session's id
 * @param subtype the CLI's kind of result; says little, since failed requests are a "success" too
 * @param error whether it failed; this decides
 * @param terminalReason why the turn ended; null where the CLI gives none
 * @param text the last text; null where there is none
 * @param errors messages of a failure
 * @param apiErrorStatus the HTTP status of a failed request
 * @param usage tokens of the turn
 * @param duration wall time of the turn
 * @param rounds requests to the model in this turn
 * @param totalCostUsd running total of the session
 * @param costSinceLastUsd what came to the total since the last result, where the CLI says so
 * @param origin what started the turn where it was not a message; null otherwise
 * @param messageIds ids of the messages that it answers; at most 64 are listed
 * @param localCommand the slash command that the CLI answered itself; null otherwise
 * @param structuredOutput the output in the wanted JSON schema; null where none was wanted
 * @param deniedTools tool uses that were denied
 */
public record ResultMessage(
        String sessionId,
        String subtype,
        boolean error,
        @Nullable String terminalReason,
        @Nullable String text,
        List<String> errors,
        OptionalInt apiErrorStatus,
        Usage usage,
        Duration duration,
        int rounds,
        double totalCostUsd,
        OptionalDouble costSinceLastUsd,
        @Nullable String origin,
        List<String> messageIds,
        @Nullable String localCommand,
        @Nullable Json structuredOutput,
        List<DeniedTool> deniedTools)
        implements ClaudeEvent {

    public ResultMessage {
        errors = List.copyOf(errors);
        messageIds = List.copyOf(messageIds);
        deniedTools = List.copyOf(deniedTools);
    }
}
