package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;

/** Puts questions to the user: the permission that is asked for carries the answers. */
final class UserTool implements Tool {

    @Override
    public boolean isHarmless(JsonObject input) {
        return false;
    }

    @Override
    public ToolResult run(Call call) {
        JsonObject answers = call.input().object("answers");
        if (answers.keys().isEmpty()) {
            return ToolResult.of("The user gave no answer.", call.input());
        }
        StringBuilder told = new StringBuilder("The user answered:");
        answers.keys().forEach(question -> told.append(" \"%s\"=\"%s\"".formatted(question, answers.get(question))));
        return ToolResult.of(told.toString(), call.input());
    }
}
