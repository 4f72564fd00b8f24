package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import io.github.claudebridge.telegram.testing.internal.updates.Polling;
import io.github.claudebridge.telegram.testing.internal.updates.UpdateQueue;
import java.time.Duration;
import java.util.regex.Pattern;

/** How the bot gets its updates. A webhook is only remembered, never called. */
final class UpdateMethods {

    private static final int MOST_UPDATES = 100;
    private static final int LONGEST_WAIT = 50;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private final UpdateQueue queue;
    private final Polling polling;
    private volatile String webhook = "";

    UpdateMethods(UpdateQueue queue, Polling polling) {
        this.queue = queue;
        this.polling = polling;
    }

    void register(MethodRegistry registry) {
        registry.addWaiting("getUpdates", this::getUpdates)
                .add("setWebhook", this::setWebhook)
                .add("deleteWebhook", this::deleteWebhook)
                .add("getWebhookInfo", this::webhookInfo);
    }

    private JsonNode getUpdates(Parameters call) {
        if (!webhook.isEmpty()) {
            throw Polling.conflict(
                    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }
        rememberAllowed(call);
        return polling.poll(
                call.number("offset", 0),
                (int) call.number("limit", MOST_UPDATES, 1, MOST_UPDATES),
                Duration.ofSeconds(call.number("timeout", 0, 0, LONGEST_WAIT)));
    }

    private JsonNode setWebhook(Parameters call) {
        String url = call.text("url");
        if (!url.isEmpty() && !url.startsWith("https://")) {
            throw ApiError.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (call.has("secret_token")
                && !SECRET.matcher(call.text("secret_token")).matches()) {
            throw ApiError.badRequest("secret token contains unallowed characters");
        }
        rememberAllowed(call);
        webhook = url;
        return dropIfAsked(call);
    }

    private JsonNode deleteWebhook(Parameters call) {
        webhook = "";
        return dropIfAsked(call);
    }

    private JsonNode webhookInfo(Parameters call) {
        ObjectNode info = Json.object()
                .put("url", webhook)
                .put("has_custom_certificate", false)
                .put("pending_update_count", queue.size());
        if (!queue.allowedKinds().isEmpty()) {
            queue.allowedKinds().forEach(info.withArray("allowed_updates")::add);
        }
        return info;
    }

    private JsonNode dropIfAsked(Parameters call) {
        if (call.flag("drop_pending_updates")) {
            queue.clear();
        }
        return BooleanNode.TRUE;
    }

    private void rememberAllowed(Parameters call) {
        call.json("allowed_updates", UpdateMethods::badList)
                .map(list -> Json.strings(list).orElseThrow(UpdateMethods::badList))
                .ifPresent(queue::allow);
    }

    private static ApiError badList() {
        return ApiError.badRequest("can't parse allowed updates: expected an Array of String");
    }
}
