package io.github.claudebridge.process.testing.internal.model;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the model answers to one request.
 *
 * @param id id of the message
 * @param model the model that was asked
 * @param blocks the content, in order
 * @param stopReason why the message ends
 * @param inputTokens tokens of the request
 * @param outputTokens tokens of the answer
 * @param latency how long nothing at all is answered
 * @param fault what goes wrong, or null
 * @param limitStatus status of the subscription's limits, or null where there are none
 * @param mischief what a command line does beside it, once the content is streamed; nothing that an API could do
 */
public record Reply(
        String id,
        String model,
        List<Block> blocks,
        String stopReason,
        long inputTokens,
        long outputTokens,
        Duration latency,
        @Nullable Fault fault,
        @Nullable String limitStatus,
        List<Mischief> mischief) {

    /** The message as the API returns it in one piece. */
    public JsonObject message() {
        List<JsonObject> content = new ArrayList<>();
        blocks.forEach(block -> content.add(block.content()));
        return envelope(content, stopReason, outputTokens);
    }

    /** The message as a stream announces it. */
    public JsonObject opening() {
        return envelope(List.of(), null, 1);
    }

    /** The message with one of its blocks, as the command line reports it. */
    public JsonObject messageWith(Block block) {
        return envelope(List.of(block.content()), null, 1);
    }

    private JsonObject envelope(List<JsonObject> content, @Nullable String reason, long tokens) {
        return JsonObject.of(
                "id",
                id,
                "type",
                "message",
                "role",
                "assistant",
                "model",
                model,
                "content",
                content,
                "stop_reason",
                reason,
                "stop_sequence",
                null,
                "usage",
                usage(tokens));
    }

    private JsonObject usage(long tokens) {
        return JsonObject.of(
                "input_tokens",
                inputTokens,
                "cache_creation_input_tokens",
                0,
                "cache_read_input_tokens",
                0,
                "output_tokens",
                tokens,
                "service_tier",
                "standard");
    }
}
