package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;

/** Leaves the mode in which only plans are made, once the user approves of the plan. */
final class PlanTool implements Tool {
    private final Session session;
    private final Events events;

    PlanTool(Session session, Events events) {
        this.session = session;
        this.events = events;
    }

    @Override
    public boolean isHarmless(JsonObject input) {
        return false;
    }

    @Override
    public JsonObject asked(JsonObject input) {
        return input.copy().without("plan");
    }

    @Override
    public ToolResult run(Call call) {
        session.usePermissionMode("default");
        events.system("status", JsonObject.of("status", null, "permissionMode", "default"));
        return ToolResult.of("The user approves of the plan.", call.input());
    }
}
