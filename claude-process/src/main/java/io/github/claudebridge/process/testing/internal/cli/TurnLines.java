package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.model.Block;
import io.github.claudebridge.process.testing.internal.model.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Writes the messages of one turn to where they belong: the conversation, the transcript and standard output. */
final class TurnLines {
    private final Program program;
    private final List<Prompt> prompts;
    private final AtomicInteger messages = new AtomicInteger(1);
    private boolean replayed;

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
        program.session().remember("user", content);
        program.transcript()
                .message("user", JsonObject.of("role", "user", "content", content), lastUuid(), JsonObject.of());
    }

    /** Gives the prompt back to the host, once, where it wants that. */
    void replay() {
        if (program.replays() && !replayed && prompts.get(0).asked()) {
            program.events().replay(Prompt.merged(prompts), lastUuid());
        }
        replayed = true;
    }

    void remember(Reply reply) {
        JsonObject message = reply.message();
        program.session().remember("assistant", message.objects("content"));
        program.session().noteInput(reply.inputTokens());
        program.transcript().message("assistant", message, null, JsonObject.of());
    }

    /** A result of a tool. */
    void result(JsonObject block, @Nullable Object detail) {
        messages.incrementAndGet();
        JsonObject line = userLine(List.of(block));
        program.events().user(detail == null ? line : line.with("tool_use_result", detail));
    }

    /** Words that stand for what the user did. */
    void marker(String text) {
        messages.incrementAndGet();
        program.session().remember("user", Events.textBlock(text));
        program.events().user(userLine(Events.textBlock(text)));
    }

    /** Words that the program itself says to the model. */
    void synthetic(String text) {
        messages.incrementAndGet();
        program.session().remember("user", Events.textBlock(text));
        program.events().user(userLine(Events.textBlock(text)).with("isSynthetic", true));
    }

    private JsonObject userLine(List<JsonObject> content) {
        JsonObject message = JsonObject.of("role", "user", "content", content);
        String uuid = UUID.randomUUID().toString();
        program.transcript().message("user", message, uuid, JsonObject.of());
        return JsonObject.of("message", message, "parent_tool_use_id", null, "uuid", uuid);
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
