package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Questions to the host and its answers. Thread-safe. */
final class HostCalls {
    private final Events events;
    private final Map<String, CompletableFuture<Answer>> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    HostCalls(Events events) {
        this.events = events;
    }

    /**
     * What came of a question.
     *
     * @param response the answer; empty where there is an error
     * @param error why there is none, or null
     */
    record Answer(JsonObject response, @Nullable String error) {}

    /** Asks; the question is taken back when the turn is cancelled. */
    CompletableFuture<Answer> ask(JsonObject request, Cancellation cancellation) {
        String id = UUID.randomUUID().toString();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        open.put(id, answer);
        cancellation.beforeCancelling(() -> {
            if (!answer.isDone()) {
                events.cancelRequest(id);
            }
        });
        cancellation.whenCancelled(() -> answer.cancel(false));
        events.controlRequest(id, request);
        if (closed) {
            fail(answer);
        }
        return answer;
    }

    /** Waits for an answer. */
    static Answer await(CompletableFuture<Answer> answer) throws Cancellation.Cancelled, InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException e) {
            throw new Cancellation.Cancelled();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a line of type control_response; one that belongs to no question is ignored. */
    void answered(JsonObject line) {
        JsonObject response = line.object("response");
        CompletableFuture<Answer> answer = open.remove(response.text("request_id", ""));
        if (answer == null) {
            return;
        }
        boolean success = response.text("subtype", "").equals("success");
        answer.complete(new Answer(
                response.object("response"), success ? null : response.text("error", "the host gave no reason")));
    }

    /** The host can answer nothing any more. */
    void close() {
        closed = true;
        open.values().forEach(HostCalls::fail);
    }

    private static void fail(CompletableFuture<Answer> answer) {
        answer.complete(new Answer(JsonObject.of(), "AbortError: the host has closed its end"));
    }
}
