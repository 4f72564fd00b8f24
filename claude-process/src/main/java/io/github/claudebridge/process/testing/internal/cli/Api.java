package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.model.Fault;
import io.github.claudebridge.process.testing.internal.model.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the model, again where that may help, and reports its replies as they stream in. */
final class Api {
    private static final int DEFAULT_RETRIES = 10;
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);

    private final Program program;
    private final Cancellation cancellation;
    private final ModelCall.Listener listener;
    private @Nullable ModelCall call;
    private String model = "";

    /**
     * The requests of one turn.
     *
     * @param listener told of each reply as it streams in
     */
    Api(Program program, Cancellation cancellation, ModelCall.Listener listener) {
        this.program = program;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /** What became of a request: a reply, or the failure that no other try could help. */
    record Answer(@Nullable Reply reply, @Nullable ApiFailure failure) {}

    /** The request that was running when the turn was cancelled, or null. */
    @Nullable ModelCall call() {
        return call;
    }

    Answer ask(List<String> uuids) throws IOException, InterruptedException, Cancellation.Cancelled {
        model = program.session().model();
        int attempt = 0;
        while (true) {
            if (program.streamsPartially()) {
                JsonObject status = JsonObject.of("status", "requesting");
                program.events().system("status", uuids.isEmpty() ? status : status.with("user_message_uuids", uuids));
            }
            Reply reply = program.model().answer(request());
            ApiFailure failure = play(reply);
            if (failure == null) {
                program.session().accounts().add(reply.model(), reply.inputTokens(), reply.outputTokens());
                if (reply.limitStatus() != null) {
                    program.events().rateLimit(reply.limitStatus());
                }
                return new Answer(reply, null);
            }
            if (failure.isSilentlyRetried() && attempt == 0) {
                attempt++;
                continue;
            }
            boolean lastTry = attempt >= failure.retriesOf(retries());
            if (lastTry && failure.isOverload() && fallBack()) {
                attempt = 0;
                continue;
            }
            if (lastTry || !failure.isWorthRetrying()) {
                return new Answer(null, failure);
            }
            attempt++;
            waitFor(failure, attempt);
        }
    }

    private @Nullable ApiFailure play(Reply reply) throws IOException, InterruptedException, Cancellation.Cancelled {
        Fault fault = reply.fault();
        if (fault instanceof Fault.Refused || fault instanceof Fault.NotAStream) {
            return ApiFailure.of(fault);
        }
        ModelCall now = new ModelCall(program.events(), reply, program.streamsPartially(), cancellation, listener);
        call = now;
        try {
            now.run();
            call = null;
            return null;
        } catch (ModelCall.Broken e) {
            return ApiFailure.of(e.fault());
        }
    }

    private void waitFor(ApiFailure failure, int attempt) throws Cancellation.Cancelled, InterruptedException {
        long asked = Math.round(failure.retryAfterSeconds() * 1000);
        long delay = asked > 0 ? asked : FIRST_DELAY.toMillis() << Math.min(attempt - 1, 6);
        program.events()
                .system(
                        "api_retry",
                        JsonObject.of(
                                "attempt", attempt,
                                "max_retries", retries(),
                                "retry_delay_ms", delay,
                                "error_status", failure.status(),
                                "error", failure.name()));
        cancellation.sleep(Duration.ofMillis(delay));
    }

    private boolean fallBack() {
        Optional<String> fallback = program.arguments().value("--fallback-model");
        if (fallback.isEmpty() || fallback.get().equals(model)) {
            return false;
        }
        program.events()
                .system(
                        "model_fallback",
                        JsonObject.of(
                                "trigger", "overloaded", "original_model", model, "fallback_model", fallback.get()));
        model = fallback.get();
        return true;
    }

    private int retries() {
        String configured = program.environment().get("CLAUDE_CODE_MAX_RETRIES");
        return configured == null ? DEFAULT_RETRIES : Integer.parseInt(configured);
    }

    private JsonObject request() {
        Session session = program.session();
        return JsonObject.of(
                "model", model,
                "messages", List.copyOf(session.messages()),
                "tools", program.toolbox().descriptions(),
                "system", program.arguments().value("--append-system-prompt").orElse(""),
                "stream", true);
    }
}
