package io.github.claudebridge.process.permission;

import io.github.claudebridge.process.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Claude wants to use a tool and the rules do not decide it. Immutable and thread-safe.
 *
 * @param id names the request
 * @param toolName the tool
 * @param displayName the tool's name for people
 * @param input what it shall do
 * @param description the model's words for it; empty where there are none
 * @param suggestions rules that would have allowed it, to be offered one by one: applying all of them gives more rights than asked for
 * @param blockedPath the path that needs the permission; null where it is not about a path
 * @param reason why the rules do not decide it; empty where not said
 * @param toolUseId the tool use
 * @param agentId the subagent that asks; null for the conversation itself
 * @param needsPerson whether only a person can answer, as with a question or a plan
 * @param plan the plan to approve, as the CLI hands it over or else as the model wrote it in its call; empty where this is no plan, or where
 *     the model wrote none
 * @param withdrawn completes when the CLI no longer wants the answer
 */
public record PermissionRequest(
        String id,
        String toolName,
        String displayName,
        Json input,
        String description,
        List<PermissionRule> suggestions,
        @Nullable String blockedPath,
        String reason,
        String toolUseId,
        @Nullable String agentId,
        boolean needsPerson,
        Optional<String> plan,
        CompletionStage<Void> withdrawn) {

    public PermissionRequest {
        suggestions = List.copyOf(suggestions);
    }

    /** The questions that the user is asked; empty where this is no question. */
    public List<Question> questions() {
        return toolName.equals("AskUserQuestion") ? Question.in(input) : List.of();
    }
}
