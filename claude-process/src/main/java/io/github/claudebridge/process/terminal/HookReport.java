package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a hook was given.
 *
 * @param event its event
 * @param sessionId the session; null where it names none
 * @param prompt what the user has said; empty for other events
 * @param lastMessage the model's last words, or the words of a failure; empty where there are none
 */
record HookReport(String event, @Nullable UUID sessionId, String prompt, String lastMessage) {

    static final String SESSION_START = "SessionStart";
    static final String PROMPT = "UserPromptSubmit";
    static final String PERMISSION = "PermissionRequest";
    static final String STOP = "Stop";
    static final String FAILURE = "StopFailure";

    /** The events that are of interest. */
    static final List<String> EVENTS = List.of(SESSION_START, PROMPT, PERMISSION, STOP, FAILURE);

    /** Reads what the CLI has given a hook; empty where it is something else. */
    static Optional<HookReport> read(String text) {
        try {
            Json input = Json.parse(text);
            return Optional.of(new HookReport(
                    input.string("hook_event_name").orElse(""),
                    input.string("session_id").map(UUID::fromString).orElse(null),
                    input.string("prompt").orElse(""),
                    input.string("last_assistant_message").orElse("")));
        } catch (IllegalArgumentException somethingElse) {
            return Optional.empty();
        }
    }
}
