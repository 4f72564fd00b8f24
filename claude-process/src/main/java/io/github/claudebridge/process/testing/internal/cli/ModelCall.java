package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.model.Block;
import io.github.claudebridge.process.testing.internal.model.Fault;
import io.github.claudebridge.process.testing.internal.model.Mischief;
import io.github.claudebridge.process.testing.internal.model.Playback;
import io.github.claudebridge.process.testing.internal.model.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports one reply of the model as it streams in. */
final class ModelCall implements Playback.Listener {
    /** After a block is complete, a cancelled turn ends with its tools. */
    private static final Set<String> STOPPABLE = Set.of("message_start", "content_block_start", "content_block_delta");

    private final Events events;
    private final Reply reply;
    private final boolean partial;
    private final Cancellation cancellation;
    private final Listener listener;
    private final StringBuilder text = new StringBuilder();
    private final List<JsonObject> finished = new ArrayList<>();

    ModelCall(Events events, Reply reply, boolean partial, Cancellation cancellation, Listener listener) {
        this.events = events;
        this.reply = reply;
        this.partial = partial;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /** Is told how a reply streams in. */
    interface Listener {

        /** The model starts to answer. */
        void opened();

        /** The model calls a tool. */
        void calls(JsonObject toolUse) throws InterruptedException;

        /** The script wants the program to misbehave. */
        void misbehaves(Mischief mischief) throws IOException, InterruptedException;

        /** The input of a tool call as it is reported. */
        JsonObject normalised(JsonObject toolUse);
    }

    /** The stream of a reply broke off. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1;
        private final transient Fault fault;

        Broken(Fault fault) {
            super(fault.toString());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    /** Wraps the end of a turn on its way through the playback. */
    private static final class Stopped extends IOException {
        private static final long serialVersionUID = 1;
    }

    void run() throws IOException, InterruptedException, Cancellation.Cancelled {
        cancellation.sleep(reply.latency());
        listener.opened();
        try {
            new Playback(reply, this).play();
        } catch (Stopped e) {
            throw new Cancellation.Cancelled();
        }
    }

    /** The text of the block that was not finished, empty where there is none. */
    String partialText() {
        return text.toString();
    }

    @Override
    public void event(JsonObject event) throws Stopped {
        if (STOPPABLE.contains(event.text("type", ""))) {
            stopIfCancelled();
        }
        JsonObject delta = event.object("delta");
        if (delta.text("type", "").equals("text_delta")) {
            text.append(delta.text("text", ""));
        }
        if (delta.text("type", "").equals("thinking_delta")) {
            events.system("thinking_tokens", JsonObject.of("estimated_tokens", 1, "estimated_tokens_delta", 1));
        }
        if (partial) {
            events.streamed(event, reply.id());
        }
    }

    @Override
    public void complete(Block block) throws InterruptedException {
        text.setLength(0);
        JsonObject content = block.isToolUse() ? listener.normalised(block.content()) : block.content();
        JsonObject message = reply.opening().with("content", List.of(content));
        finished.add(message);
        events.assistant(JsonObject.of("message", message, "parent_tool_use_id", null));
        if (block.isToolUse()) {
            listener.calls(content);
        }
    }

    @Override
    public void misbehave(Mischief mischief) throws IOException, InterruptedException {
        listener.misbehaves(mischief);
    }

    @Override
    public void pause(Duration time) throws Stopped, InterruptedException {
        try {
            cancellation.sleep(time);
        } catch (Cancellation.Cancelled e) {
            throw stopped(e);
        }
    }

    @Override
    public void fail(Fault fault) throws Broken, Stopped, InterruptedException {
        if (fault instanceof Fault.Silence) {
            pause(Duration.ofDays(1));
        }
        throw new Broken(fault);
    }

    /**
     * Reports what was cut off by the end of the turn.
     *
     * @param marked whether it says that it was
     */
    void reportCutOff(boolean marked) {
        unfinished().ifPresent(message -> {
            JsonObject line = JsonObject.of("message", message, "parent_tool_use_id", null);
            events.assistant(marked ? line.with("aborted", true) : line);
        });
    }

    /** The message with each block that was finished. */
    List<JsonObject> finished() {
        return finished;
    }

    /** The message with the text that was not. */
    Optional<JsonObject> unfinished() {
        return text.length() == 0
                ? Optional.empty()
                : Optional.of(reply.opening().with("content", Events.textBlock(text.toString())));
    }

    /** Ends the stream that was cut off. */
    void closeCutOff() {
        if (!partial || text.length() == 0) {
            return;
        }
        events.streamed(JsonObject.of("type", "content_block_stop", "index", finished.size()), reply.id());
        JsonObject delta = JsonObject.of("stop_reason", null, "stop_sequence", null);
        events.streamed(JsonObject.of("type", "message_delta", "delta", delta), reply.id());
        events.streamed(JsonObject.of("type", "message_stop"), reply.id());
    }

    private void stopIfCancelled() throws Stopped {
        try {
            cancellation.check();
        } catch (Cancellation.Cancelled e) {
            throw stopped(e);
        }
    }

    private static Stopped stopped(Cancellation.Cancelled cause) {
        Stopped stopped = new Stopped();
        stopped.initCause(cause);
        return stopped;
    }
}
