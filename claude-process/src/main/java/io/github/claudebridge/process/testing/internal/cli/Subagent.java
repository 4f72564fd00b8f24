package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.model.Block;
import io.github.claudebridge.process.testing.internal.model.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A conversation of its own that the model starts and that ends with a report. */
final class Subagent {
    private final Program program;
    private final Tool.Call call;
    private final boolean inBackground;
    private final Cancellation cancellation;
    private final ToolRound tools;
    private final List<JsonObject> messages = new ArrayList<>();
    private String report = "";

    Subagent(Program program, Tool.Call call, boolean inBackground, Cancellation cancellation) {
        this.program = program;
        this.call = call;
        this.inBackground = inBackground;
        this.cancellation = cancellation;
        this.tools = new ToolRound(program, cancellation);
    }

    /** What it has found, once it has run. */
    String report() {
        return report;
    }

    void run() throws IOException, InterruptedException, Cancellation.Cancelled {
        List<JsonObject> prompt = Events.textBlock(call.input().text("prompt", ""));
        messages.add(JsonObject.of("role", "user", "content", prompt));
        if (!inBackground) {
            program.events().user(line(JsonObject.of("role", "user", "content", prompt)));
        }
        Reply reply = ask();
        while (reply.stopReason().equals("tool_use")) {
            messages.add(JsonObject.of("role", "user", "content", runTools(reply)));
            reply = ask();
        }
        for (Block block : reply.blocks()) {
            report = block.content().text("text", report);
        }
        if (inBackground) {
            program.events().assistant(line(reply.message()));
        }
    }

    private Reply ask() throws InterruptedException, Cancellation.Cancelled {
        cancellation.check();
        Reply reply = program.model()
                .answer(JsonObject.of("model", program.session().model(), "messages", List.copyOf(messages)));
        cancellation.sleep(reply.latency());
        program.session().accounts().add(reply.model(), reply.inputTokens(), reply.outputTokens());
        messages.add(
                JsonObject.of("role", "assistant", "content", reply.message().objects("content")));
        return reply;
    }

    private List<JsonObject> runTools(Reply reply) throws IOException, InterruptedException, Cancellation.Cancelled {
        List<JsonObject> results = new ArrayList<>();
        for (Block block : reply.blocks()) {
            if (block.isToolUse()) {
                program.events().assistant(line(reply.messageWith(block)));
                ToolResult result = tools.perform(block.content(), call.promptId(), () -> {});
                cancellation.check();
                JsonObject resultBlock = result.block(block.content().text("id", ""));
                results.add(resultBlock);
                program.events().user(line(JsonObject.of("role", "user", "content", List.of(resultBlock))));
            }
        }
        return results;
    }

    private JsonObject line(JsonObject message) {
        return JsonObject.of("message", message, "parent_tool_use_id", call.id())
                .with("subagent_type", call.input().text("subagent_type", "general-purpose"));
    }
}
