package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.model.Mischief;
import io.github.claudebridge.process.testing.internal.model.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** One turn: the model is asked and its tools are run, until it calls none. */
final class Turn implements ModelCall.Listener {
    private static final String FOLDED = "<system-reminder>The user has said meanwhile: %s</system-reminder>";

    private final Program program;
    private final Session session;
    private final TurnLines lines;
    private final Cancellation cancellation = new Cancellation();
    private final List<Prompt> prompts;
    private final List<Prompt> folded = new ArrayList<>();
    private final List<JsonObject> deferred = new ArrayList<>();
    private final Limits limits;
    private final ToolRound tools;
    private final Api api;
    private volatile ToolQueue queue;
    private volatile boolean ended;

    Turn(Program program, List<Prompt> prompts) {
        this.program = program;
        this.session = program.session();
        this.prompts = List.copyOf(prompts);
        lines = new TurnLines(program, this.prompts);
        limits = new Limits(program.arguments(), session.accounts());
        tools = new ToolRound(program, cancellation);
        api = new Api(program, cancellation, this);
        queue = newQueue();
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

    /** How many messages of the user's side the turn has added, the first included. */
    int messages() {
        return lines.count();
    }

    /** Stops running tools, waits for them to say so, and lets nothing more come of the turn. */
    void stopTools() {
        ended = true;
        queue.stop(cancellation);
    }

    Outcome run() throws IOException, InterruptedException {
        try {
            String text = prompts.get(prompts.size() - 1).text();
            callHooks("UserPromptSubmit", JsonObject.of("prompt", text));
            Optional<Outcome> local = new LocalCommands(program, lines).run(text);
            if (local.isPresent()) {
                return local.get();
            }
            lines.prompt();
            InitEvent.send(program);
            if (prompts.stream().noneMatch(Prompt::asksModel)) {
                lines.replay();
                return Outcome.local("");
            }
            if (session.isFull()) {
                new Compaction(program).run("auto");
                session.remember("user", Prompt.merged(prompts));
                lines.countOneMore();
            }
            Outcome outcome = converse();
            if (!outcome.failed()) {
                callHooks("Stop", JsonObject.of("last_assistant_message", outcome.text()));
            }
            return outcome;
        } catch (Cancellation.Cancelled e) {
            return cutOff();
        }
    }

    private Outcome converse() throws IOException, InterruptedException, Cancellation.Cancelled {
        while (true) {
            Optional<Outcome> reached = limits.beforeRequest();
            if (reached.isPresent()) {
                return reached.get();
            }
            queue = newQueue();
            Api.Answer answer = api.ask(lines.uuids());
            if (answer.failure() != null) {
                return failed(answer.failure());
            }
            Reply reply = Objects.requireNonNull(answer.reply());
            lines.remember(reply);
            if (limits.isBudgetSpent()) {
                return limits.budgetSpent();
            }
            switch (reply.stopReason()) {
                case "tool_use" -> {
                    if (!finishTools()) {
                        return Outcome.interrupted("aborted_tools", "tool_use");
                    }
                    fold();
                }
                case "max_tokens" -> lines.synthetic("Go on where the answer was cut off.");
                case "refusal" -> {
                    program.events().system("informational", JsonObject.of("level", "notice", "content", "refused"));
                    lines.synthetic("The answer was stopped. Say what can be said.");
                }
                default -> {
                    return Outcome.completed(TurnLines.lastText(reply), reply.stopReason());
                }
            }
        }
    }

    @Override
    public void opened() {
        lines.opened();
        lines.replay();
    }

    @Override
    public void calls(JsonObject toolUse) throws InterruptedException {
        if (limits.hasBudget()) {
            deferred.add(toolUse);
        } else {
            queue.add(toolUse);
        }
    }

    @Override
    public void misbehaves(Mischief mischief) throws IOException, InterruptedException {
        program.misbehaviour().perform(mischief);
    }

    @Override
    public JsonObject normalised(JsonObject toolUse) {
        Optional<Tool> tool = program.toolbox().find(toolUse.text("name", ""));
        JsonObject input = toolUse.object("input");
        return toolUse.copy().with("input", tool.isEmpty() ? input : tool.get().normalised(input));
    }

    private ToolQueue newQueue() {
        String promptId = Objects.requireNonNullElse(prompts.get(0).uuid(), "");
        return new ToolQueue(tools, promptId, lines::result);
    }

    private boolean finishTools() throws IOException, InterruptedException {
        for (JsonObject toolUse : deferred) {
            queue.add(toolUse);
        }
        deferred.clear();
        session.remember("user", queue.results());
        if (ended) {
            Thread.currentThread().join();
        }
        if (cancellation.isCancelled()) {
            lines.marker("[Request interrupted by user for tool use]");
            return false;
        }
        return true;
    }

    private Outcome cutOff() {
        ModelCall call = api.call();
        if (call != null) {
            lines.cutOff(call);
        }
        boolean talkative = program.version().isTalkative();
        if (call != null) {
            call.reportCutOff(talkative);
        }
        if (cancellation.isReplaced()) {
            String partial = call == null ? "" : call.partialText();
            if (call != null) {
                call.closeCutOff();
            }
            return partial.isEmpty() ? Outcome.interrupted("aborted_streaming", null) : Outcome.replaced(partial);
        }
        lines.replay();
        lines.marker("[Request interrupted by user]");
        if (call != null && talkative) {
            call.closeCutOff();
        }
        return Outcome.interrupted("aborted_streaming", null);
    }

    private Outcome failed(ApiFailure failure) {
        lines.replay();
        JsonObject fields = JsonObject.of("error", failure.finalName(), "is_api_error_message", true);
        if (failure.status() != null) {
            fields.with("api_error_status", failure.status());
        }
        JsonObject line = SyntheticMessage.line(failure.text());
        lines.failed(line.object("message"), JsonObject.of("error", failure.finalName()));
        program.events().assistant(line.withAll(fields));
        return Outcome.apiError(
                program.version().isTalkative() ? "api_error" : "completed", failure.text(), failure.status());
    }

    /** Shows the model what the user has said while a tool ran. */
    private void fold() {
        for (Prompt prompt : program.inbox().takeWaiting()) {
            folded.add(prompt);
            lines.folded(prompt);
            session.remember("user", Events.textBlock(FOLDED.formatted(prompt.text())));
            if (program.replays()) {
                program.events().replay(prompt.content(), prompt.uuid());
            }
            program.events().lifecycle(prompt, "started");
        }
    }

    private void callHooks(String event, JsonObject fields) throws Cancellation.Cancelled, InterruptedException {
        program.hooks().call(event, fields, UUID.randomUUID().toString(), cancellation);
    }
}
