package io.github.claudebridge.process.testing.internal.model;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.time.Duration;

/** Plays a reply as the stream of events that the Messages API makes of it. */
public final class Playback {
    private final Reply reply;
    private final Listener listener;

    public Playback(Reply reply, Listener listener) {
        this.reply = reply;
        this.listener = listener;
    }

    /** Takes the events of a stream; its methods are called in the order of the stream. */
    public interface Listener {

        /** One event of the stream. */
        void event(JsonObject event) throws IOException, InterruptedException;

        /** The block is complete; its last event follows. */
        default void complete(Block block) throws IOException, InterruptedException {}

        /** The command line misbehaves here. */
        default void misbehave(Mischief mischief) throws IOException, InterruptedException {}

        /** Nothing happens for this long. */
        void pause(Duration time) throws IOException, InterruptedException;

        /** The stream breaks here; nothing of it follows. */
        void fail(Fault fault) throws IOException, InterruptedException;
    }

    /** Plays the whole stream, or what comes of it before its fault. */
    public void play() throws IOException, InterruptedException {
        listener.event(JsonObject.of("type", "message_start", "message", reply.opening()));
        if (reply.fault() instanceof Fault.ErrorInStream fault) {
            listener.fail(fault);
            return;
        }
        int index = 0;
        for (Block block : reply.blocks()) {
            if (!play(block, index++)) {
                return;
            }
        }
        for (Mischief mischief : reply.mischief()) {
            listener.misbehave(mischief);
        }
        listener.event(JsonObject.of(
                "type", "message_delta",
                "delta", JsonObject.of("stop_reason", reply.stopReason(), "stop_sequence", null),
                "usage", JsonObject.of("output_tokens", reply.outputTokens())));
        listener.event(JsonObject.of("type", "message_stop"));
    }

    private boolean play(Block block, int index) throws IOException, InterruptedException {
        pause(block.silence());
        listener.event(JsonObject.of("type", "content_block_start", "index", index, "content_block", block.opening()));
        for (JsonObject delta : block.deltas()) {
            listener.event(JsonObject.of("type", "content_block_delta", "index", index, "delta", delta));
            pause(block.pace());
            Fault fault = reply.fault();
            if (fault != null) {
                listener.fail(fault);
                return false;
            }
        }
        listener.complete(block);
        listener.event(JsonObject.of("type", "content_block_stop", "index", index));
        return true;
    }

    private void pause(Duration time) throws IOException, InterruptedException {
        if (!time.isZero()) {
            listener.pause(time);
        }
    }
}
