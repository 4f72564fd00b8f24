package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.model.Block;
import io.github.claudebridge.process.testing.internal.model.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One turn: the model is asked and its tools are run, until it calls none. */
final class Turn {
    private static final String FOLDED = "The user sent a new message while you were working:\n";

    private final Program program;
    private final Session session;
    private final Cancellation cancellation = new Cancellation();
    private final List<Prompt> prompts;
    private final List<Prompt> folded = new ArrayList<>();
    private final ToolRound tools;
    private final Api api;
    private int messages = 1;
    private boolean replayed;

    Turn(Program program, List<Prompt> prompts) {
        this.program = program;
        this.session = program.session();
        this.prompts = List.copyOf(prompts);
        Permissions permissions = new Permissions(session, program.arguments());
        tools = new ToolRound(program.events(), program.host(), program.toolbox(), permissions, program.hostAnswers());
        api = new Api(program, cancellation, this::replayOnce);
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** The messages that were taken into the turn while it ran. */
    List<Prompt> folded() {
        return folded;
    }

    /** The calls that were refused, as a result lists them. */
    List<JsonObject> denials() {
        return tools.denials();
    }

    /** How many messages of either side's making the turn has added, the first included. */
    int messages() {
        return messages;
    }

    Outcome run() throws IOException, InterruptedException {
        List<JsonObject> content = merged();
        session.remember("user", content);
        program.transcript()
                .message("user", JsonObject.of("role", "user", "content", content), uuid(), JsonObject.of());
        InitEvent.send(program);
        if (prompts.stream().noneMatch(Prompt::asksModel)) {
            replayOnce();
            return Outcome.local("");
        }
        try {
            return converse();
        } catch (Cancellation.Cancelled e) {
            return cutOff();
        }
    }

    private Outcome converse() throws IOException, InterruptedException, Cancellation.Cancelled {
        long limit =
                program.arguments().value("--max-turns").map(Long::parseLong).orElse(Long.MAX_VALUE);
        Optional<String> budget = program.arguments().value("--max-budget-usd");
        long asked = 0;
        while (true) {
            if (budget.isPresent() && session.accounts().dollars() > Double.parseDouble(budget.get())) {
                return Outcome.maxBudget(budget.get());
            }
            if (asked++ == limit) {
                return Outcome.maxTurns(limit);
            }
            Api.Answer answer = api.ask(uuids());
            if (answer.failure() != null) {
                return failed(answer.failure());
            }
            Reply reply = Objects.requireNonNull(answer.reply());
            rememberReply(reply);
            if (!reply.stopReason().equals("tool_use")) {
                return Outcome.completed(lastText(reply), reply.stopReason());
            }
            if (!runTools(reply)) {
                return Outcome.interrupted("aborted_tools", "tool_use");
            }
            fold();
        }
    }

    private boolean runTools(Reply reply) throws IOException, InterruptedException {
        List<JsonObject> results = new ArrayList<>();
        for (Block block : reply.blocks()) {
            if (!block.isToolUse()) {
                continue;
            }
            ToolResult result = tools.perform(block.content(), cancellation);
            JsonObject resultBlock = result.block(block.content().text("id", ""));
            results.add(resultBlock);
            userLine(List.of(resultBlock), result.detail());
        }
        session.remember("user", results);
        if (cancellation.isCancelled()) {
            marker("[Request interrupted by user for tool use]");
            return false;
        }
        return true;
    }

    private Outcome cutOff() {
        ModelCall call = api.call();
        if (call != null) {
            call.reportCutOff();
        }
        if (cancellation.isReplaced()) {
            if (call != null) {
                call.closeCutOff();
            }
            return Outcome.replaced(call == null ? "" : call.partialText());
        }
        replayOnce();
        marker("[Request interrupted by user]");
        if (call != null) {
            call.closeCutOff();
        }
        return Outcome.interrupted("aborted_streaming", null);
    }

    private Outcome failed(ApiFailure failure) {
        replayOnce();
        JsonObject message = JsonObject.of(
                "id", UUID.randomUUID().toString(),
                "type", "message",
                "role", "assistant",
                "model", "<synthetic>",
                "content", Events.textBlock(failure.text()),
                "stop_reason", "stop_sequence",
                "stop_sequence", "");
        JsonObject line = JsonObject.of("message", message, "parent_tool_use_id", null)
                .with("error", failure.name())
                .with("is_api_error_message", true);
        program.events().assistant(failure.status() == null ? line : line.with("api_error_status", failure.status()));
        return Outcome.apiError(failure.text(), failure.status());
    }

    /** Shows the model what the user has said while a tool ran. */
    private void fold() {
        for (Prompt prompt : program.inbox().takeWaiting()) {
            program.events().lifecycle(prompt, "started");
            folded.add(prompt);
            session.remember("user", Events.textBlock(FOLDED + prompt.text()));
            if (program.replays()) {
                program.events().replay(prompt.content(), prompt.uuid());
            }
            program.events().lifecycle(prompt, "completed");
        }
    }

    private void rememberReply(Reply reply) {
        JsonObject message = reply.message();
        session.remember("assistant", message.objects("content"));
        program.transcript().message("assistant", message, null, JsonObject.of());
    }

    private void marker(String text) {
        session.remember("user", Events.textBlock(text));
        userLine(Events.textBlock(text), null);
    }

    private void userLine(List<JsonObject> content, @Nullable Object detail) {
        messages++;
        JsonObject message = JsonObject.of("role", "user", "content", content);
        String uuid = UUID.randomUUID().toString();
        program.transcript().message("user", message, uuid, JsonObject.of());
        JsonObject line = JsonObject.of("message", message, "parent_tool_use_id", null, "uuid", uuid);
        program.events().user(detail == null ? line : line.with("tool_use_result", detail));
    }

    private void replayOnce() {
        if (program.replays() && !replayed) {
            Object content = prompts.size() == 1 ? prompts.get(0).content() : merged();
            program.events().replay(content, uuid());
        }
        replayed = true;
    }

    /** The prompts as one message. */
    private List<JsonObject> merged() {
        List<JsonObject> content = new ArrayList<>();
        prompts.forEach(prompt -> content.addAll(prompt.blocks()));
        return content;
    }

    private @Nullable String uuid() {
        return prompts.get(prompts.size() - 1).uuid();
    }

    private List<String> uuids() {
        List<String> uuids = new ArrayList<>();
        for (Prompt prompt : prompts) {
            if (prompt.uuid() != null) {
                uuids.add(prompt.uuid());
            }
        }
        return uuids;
    }

    private static String lastText(Reply reply) {
        String last = "";
        for (Block block : reply.blocks()) {
            last = block.content().text("text", last);
        }
        return last;
    }
}
