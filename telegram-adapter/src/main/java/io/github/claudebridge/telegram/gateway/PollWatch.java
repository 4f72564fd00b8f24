package io.github.claudebridge.telegram.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees what the polling library hides: why a poll failed, and how long Telegram wants it to wait. */
final class PollWatch implements Interceptor {

    private static final Logger LOG = LoggerFactory.getLogger(PollWatch.class);

    private final PollBackOff backOff;
    private final Consumer<GatewayFailure> onFailure;
    private final AtomicBoolean down = new AtomicBoolean();

    PollWatch(PollBackOff backOff, Consumer<GatewayFailure> onFailure) {
        this.backOff = backOff;
        this.onFailure = onFailure;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException e) {
            if (!chain.call().isCanceled()) {
                noteTrouble(e.getClass().getSimpleName());
            }
            throw e;
        }
        switch (response.code()) {
            case 200 -> noteRecovery();
            case 401, 404 -> onFailure.accept(GatewayFailure.WRONG_TOKEN);
            case 409 -> onFailure.accept(GatewayFailure.CONFLICT);
            case 429 -> backOff.atLeast(retryAfter(response));
            default -> noteTrouble("HTTP " + response.code());
        }
        return response;
    }

    private void noteTrouble(String reason) {
        if (down.compareAndSet(false, true)) {
            LOG.warn("Telegram cannot be reached ({}); trying again until it can.", reason);
        }
    }

    private void noteRecovery() {
        if (down.compareAndSet(true, false)) {
            LOG.info("Telegram can be reached again.");
        }
    }

    private static Duration retryAfter(Response response) {
        String seconds = response.header("Retry-After", "1");
        return Duration.ofSeconds(seconds.matches("[0-9]{1,5}") ? Long.parseLong(seconds) : 1);
    }
}
