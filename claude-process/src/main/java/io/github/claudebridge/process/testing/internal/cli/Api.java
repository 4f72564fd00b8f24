package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.model.Fault;
import io.github.claudebridge.process.testing.internal.model.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the model, again where that may help, and reports its replies as they stream in. */
final class Api {
    private static final int DEFAULT_RETRIES = 10;
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);

    private final Program program;
    private final Cancellation cancellation;
    private final Runnable onOpen;
    private @Nullable ModelCall call;

    /**
     * The requests of one turn.
     *
     * @param onOpen called each time the model starts to answer
     */
    Api(Program program, Cancellation cancellation, Runnable onOpen) {
        this.program = program;
        this.cancellation = cancellation;
        this.onOpen = onOpen;
    }

    /** What became of a request: a reply, or the failure that no other try could help. */
    record Answer(@Nullable Reply reply, @Nullable ApiFailure failure) {}

    /** The request that was running when the turn was cancelled, or null. */
    @Nullable ModelCall call() {
        return call;
    }

    Answer ask(List<String> uuids) throws IOException, InterruptedException, Cancellation.Cancelled {
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
            int retries = failure.retriesOf(retries());
            if (!failure.isWorthRetrying() || attempt >= retries) {
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
        ModelCall now = new ModelCall(program.events(), reply, program.streamsPartially(), cancellation, onOpen);
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

    private int retries() {
        String configured = program.environment().get("CLAUDE_CODE_MAX_RETRIES");
        return configured == null ? DEFAULT_RETRIES : Integer.parseInt(configured);
    }

    private JsonObject request() {
        Session session = program.session();
        return JsonObject.of(
                "model", session.model(),
                "messages", List.copyOf(session.messages()),
                "tools", program.toolbox().descriptions(),
                "system", program.arguments().value("--append-system-prompt").orElse(""),
                "stream", true);
    }
}
