package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.model.Block;
import io.github.claudebridge.process.testing.internal.model.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the messages of one turn to where they belong: the conversation, the transcript and standard output. The transcript gets the
 * model's message when it is over, a line for each block, and what tools have said meanwhile after it. Thread-safe.
 */
final class TurnLines {
    private final Program program;
    private final List<Prompt> prompts;
    private final AtomicInteger messages = new AtomicInteger(1);
    private final List<JsonObject> held = new ArrayList<>();
    private boolean replayed;
    private boolean speaking;

    TurnLines(Program program, List<Prompt> prompts) {
        this.program = program;
        this.prompts = prompts;
    }

    /** How many messages of the user's side there are. */
    int count() {
        return messages.get();
    }

    void countOneMore() {
        messages.incrementAndGet();
    }

    /** The ids of the prompts that have one. */
    List<String> uuids() {
        List<String> uuids = new ArrayList<>();
        for (Prompt prompt : prompts) {
            if (prompt.uuid() != null) {
                uuids.add(prompt.uuid());
            }
        }
        return uuids;
    }

    /** Remembers what the user has said. */
    void prompt() {
        Object content = Prompt.merged(prompts);
        closeWhatWasCutOff();
        program.session().remember("user", content);
        program.transcript()
                .message("user", JsonObject.of("role", "user", "content", content), lastUuid(), promptFields());
    }

    /** What a resumed session writes where the process before it was killed while tools ran. */
    private void closeWhatWasCutOff() {
        List<String> tools = program.session().takeUnfinishedTools();
        if (tools.isEmpty() || !program.version().isTalkative()) {
            return;
        }
        for (String tool : tools) {
            JsonObject result = JsonObject.of("type", "tool_result", "tool_use_id", tool, "is_error", true)
                    .with("content", "[The session ended before this call did.]");
            JsonObject message = JsonObject.of("role", "user", "content", List.of(result));
            program.transcript().message("user", message, null, JsonObject.of("toolDenialKind", "interrupted"));
        }
        JsonObject noAnswer = SyntheticMessage.line("No response requested.").object("message");
        program.transcript().message("assistant", noAnswer, null, JsonObject.of("isApiErrorMessage", false));
    }

    private JsonObject promptFields() {
        if (!prompts.get(0).asked()) {
            return JsonObject.of("origin", JsonObject.of("kind", "task-notification"));
        }
        List<String> uuids = uuids();
        boolean merged = program.version().isTalkative() && uuids.size() > 1;
        return merged ? JsonObject.of("mergedSendUuids", uuids.subList(0, uuids.size() - 1)) : JsonObject.of();
    }

    /** Remembers what a command put out that needs no model. */
    void command(String text, String output) {
        new CommandLines(program.transcript()).write(text, program.version().isTalkative() ? lastUuid() : null, output);
    }

    /** Remembers what was said while a tool ran. */
    void folded(Prompt prompt) {
        JsonObject command = JsonObject.of("type", "queued_command", "prompt", prompt.blocks())
                .with("source_uuid", prompt.uuid())
                .with("commandMode", prompt.asked() ? "prompt" : "task-notification");
        program.transcript().note("attachment", JsonObject.of("attachment", command));
    }

    /** Gives the prompt back to the host, once, where it wants that. */
    void replay() {
        if (program.replays() && !replayed && prompts.get(0).asked()) {
            program.events().replay(Prompt.merged(prompts), lastUuid());
        }
        replayed = true;
    }

    /** The model begins to speak. */
    synchronized void opened() {
        speaking = true;
    }

    void remember(Reply reply) {
        JsonObject message = reply.message();
        program.session().remember("assistant", message.objects("content"));
        program.session().noteInput(reply.inputTokens());
        List<JsonObject> lines = new ArrayList<>();
        for (JsonObject block : message.objects("content")) {
            lines.add(message.copy().with("content", List.of(block)));
        }
        spoken(lines, JsonObject.of());
    }

    /** What the model had said when it was interrupted. */
    void cutOff(ModelCall call) {
        spoken(call.finished(), JsonObject.of());
        call.unfinished().ifPresent(message -> spoken(List.of(message), JsonObject.of("isAbortedMidStream", true)));
    }

    /** The request has failed for good. */
    void failed(JsonObject message, JsonObject fields) {
        spoken(List.of(message), JsonObject.of("isApiErrorMessage", true).withAll(fields));
    }

    private synchronized void spoken(List<JsonObject> lines, JsonObject fields) {
        speaking = false;
        lines.forEach(message -> program.transcript().message("assistant", message, null, fields));
        held.forEach(this::keep);
        held.clear();
    }

    /** A result of a tool. */
    void result(JsonObject block, @Nullable Object detail) {
        messages.incrementAndGet();
        JsonObject line = userLine(List.of(block), JsonObject.of());
        program.events().user(detail == null ? line : line.with("tool_use_result", detail));
    }

    /** Words that stand for what the user did. */
    void marker(String text) {
        messages.incrementAndGet();
        program.session().remember("user", Events.textBlock(text));
        program.events().user(userLine(Events.textBlock(text), JsonObject.of()));
    }

    /** Words that the program itself says to the model. */
    void synthetic(String text) {
        messages.incrementAndGet();
        program.session().remember("user", Events.textBlock(text));
        JsonObject fields = JsonObject.of("isMeta", true, "turnCompanion", true);
        program.events().user(userLine(Events.textBlock(text), fields).with("isSynthetic", true));
    }

    private synchronized JsonObject userLine(List<JsonObject> content, JsonObject fields) {
        JsonObject message = JsonObject.of("role", "user", "content", content);
        String uuid = UUID.randomUUID().toString();
        JsonObject line = JsonObject.of("message", message, "uuid", uuid, "fields", fields);
        if (speaking) {
            held.add(line);
        } else {
            keep(line);
        }
        return JsonObject.of("message", message, "parent_tool_use_id", null, "uuid", uuid);
    }

    private void keep(JsonObject line) {
        program.transcript().message("user", line.object("message"), line.text("uuid"), line.object("fields"));
    }

    private @Nullable String lastUuid() {
        return prompts.get(prompts.size() - 1).uuid();
    }

    static String lastText(Reply reply) {
        String last = "";
        for (Block block : reply.blocks()) {
            last = block.content().text("text", last);
        }
        return last;
    }
}
