package io.github.claudebridge.process.testing.internal.model;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a script on its way to a reply: its actions add to it one after another. */
final class Step {
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Mischief> mischief = new ArrayList<>();
    private @Nullable String stopReason;
    private long inputTokens = 10;
    private long outputTokens;
    private Duration latency = Duration.ZERO;
    private @Nullable Fault fault;
    private @Nullable String limitStatus;

    void add(Block block) {
        blocks.add(block);
    }

    void misbehave(Mischief what) {
        mischief.add(what);
    }

    void say(String text) {
        add(Block.text(text));
    }

    void stopFor(String reason) {
        stopReason = reason;
    }

    void use(long input, long output) {
        inputTokens = input;
        outputTokens = output;
    }

    void waitFirst(Duration time) {
        latency = time;
    }

    void failWith(Fault what) {
        fault = what;
    }

    void limits(String status) {
        limitStatus = status;
    }

    Reply reply(String id, String model) {
        boolean callsTool = blocks.stream().anyMatch(Block::isToolUse);
        String reason = stopReason != null ? stopReason : callsTool ? "tool_use" : "end_turn";
        long tokens = outputTokens > 0 ? outputTokens : tokens();
        return new Reply(
                id,
                model,
                List.copyOf(blocks),
                reason,
                inputTokens,
                tokens,
                latency,
                fault,
                limitStatus,
                List.copyOf(mischief));
    }

    private long tokens() {
        List<JsonObject> content = new ArrayList<>();
        blocks.forEach(block -> content.add(block.content()));
        int length = JsonObject.of("c", content).toString().length() - "{\"c\":}".length();
        return Math.max(1, (length + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
    }
}
