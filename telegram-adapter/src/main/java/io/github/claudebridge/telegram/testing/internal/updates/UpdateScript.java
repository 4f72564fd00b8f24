package io.github.claudebridge.telegram.testing.internal.updates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.Updates;
import io.github.claudebridge.telegram.testing.internal.core.Json;

/** What tests may do with the queue. Thread-safe. */
public final class UpdateScript implements Updates {

    private final UpdateQueue queue;

    public UpdateScript(UpdateQueue queue) {
        this.queue = queue;
    }

    @Override
    public int pending() {
        return queue.size();
    }

    @Override
    public boolean isPolled() {
        return queue.isPolled();
    }

    @Override
    public void addRaw(String json) {
        JsonNode update = Json.parse(json)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IllegalArgumentException("An update is a JSON object"));
        queue.addRaw((ObjectNode) update);
    }

    @Override
    public void addPoison(long chatId) {
        addRaw("{\"message\":{\"message_id\":{\"not\":\"a number\"},\"date\":\"yesterday\",\"chat\":{\"id\":" + chatId
                + ",\"type\":[\"private\"]},\"text\":\"poison\"}}");
    }

    @Override
    public void repeatLast() {
        queue.repeatLast();
    }

    @Override
    public void continueAt(long updateId) {
        queue.continueAt(updateId);
    }
}
