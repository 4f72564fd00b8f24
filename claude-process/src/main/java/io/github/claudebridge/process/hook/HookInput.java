package io.github.claudebridge.process.hook;

import io.github.claudebridge.process.json.Json;

/**
 * What a hook is told.
 *
 * @param json everything, in the CLI's form
 */
public record HookInput(Json json) {

    /** The event, in the CLI's words. */
    public String event() {
        return json.string("hook_event_name").orElse("");
    }

    /** The tool, where the event is about one; empty otherwise. */
    public String toolName() {
        return json.string("tool_name").orElse("");
    }

    /** What the tool shall do; the empty object where the event is not about one. */
    public Json toolInput() {
        return json.get("tool_input").orElse(Json.EMPTY_OBJECT);
    }

    /** The prompt, where the event is about one; empty otherwise. */
    public String prompt() {
        return json.string("prompt").orElse("");
    }
}
