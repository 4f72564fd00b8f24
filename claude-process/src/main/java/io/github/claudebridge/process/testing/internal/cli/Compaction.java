package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;

/** Replaces a long conversation by a summary. */
final class Compaction {
    private final Program program;

    Compaction(Program program) {
        this.program = program;
    }

    void run(String trigger) {
        announce();
        replaceHistory(trigger);
    }

    void announce() {
        program.events().system("status", JsonObject.of("status", "compacting"));
        program.events().system("status", JsonObject.of("status", null, "compact_result", "success"));
    }

    void replaceHistory(String trigger) {
        Session session = program.session();
        int dropped = session.messages().size();
        JsonObject details = JsonObject.of("trigger", trigger, "pre_tokens", session.inputTokens(), "post_tokens", 1);
        session.forget();
        program.events().system("compact_boundary", JsonObject.of("compact_metadata", details));
        program.transcript()
                .note("system", JsonObject.of("subtype", "compact_boundary", "content", "Conversation compacted"));
        String summary = "Summary of the " + dropped + " messages before.";
        session.remember("user", summary);
        JsonObject message = JsonObject.of("role", "user", "content", summary);
        program.transcript().message("user", message, null, JsonObject.of("isCompactSummary", true));
        program.events().user(JsonObject.of("message", message, "parent_tool_use_id", null, "isSynthetic", true));
    }
}
