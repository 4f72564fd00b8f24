package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;

/** A tool that is nothing but a question to the user: the permission that is asked for it is the answer. */
final class UserTool implements Tool {
    private final String name;

    UserTool(String name) {
        this.name = name;
    }

    @Override
    public boolean isHarmless(JsonObject input) {
        return false;
    }

    @Override
    public ToolResult run(JsonObject input, Cancellation cancellation) {
        if (!name.equals("AskUserQuestion")) {
            return ToolResult.of("User has approved your plan. You can now start coding.", input);
        }
        JsonObject answers = input.object("answers");
        if (answers.keys().isEmpty()) {
            return ToolResult.of("The user did not answer the questions.", input);
        }
        StringBuilder told = new StringBuilder("Your questions have been answered:");
        answers.keys().forEach(question -> told.append(" \"%s\"=\"%s\"".formatted(question, answers.get(question))));
        return ToolResult.of(told.toString(), input);
    }
}
