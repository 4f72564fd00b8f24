package io.github.claudebridge.telegram.gateway;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Sees what the polling library hides: why a poll failed, and how long Telegram wants it to wait. */
final class PollWatch implements Interceptor {

    /** Sooner the server makes both programs wait. */
    private static final Duration CONFLICT_WAIT = Duration.ofSeconds(4);

    private final PollBackOff backOff;
    private final Consumer<GatewayFailure> onFailure;
    private final PollHealth health;

    PollWatch(PollBackOff backOff, PollHealth health, Consumer<GatewayFailure> onFailure) {
        this.backOff = backOff;
        this.health = health;
        this.onFailure = onFailure;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException e) {
            if (!chain.call().isCanceled()) {
                health.trouble(e instanceof UnknownHostException ? "its name is not found" : "no connection");
            }
            throw e;
        }
        switch (response.code()) {
            case 200 -> {} // whether it says anything is seen where it is read
            case 401, 404 -> onFailure.accept(GatewayFailure.WRONG_TOKEN);
            case 409 -> {
                health.conflict(response.peekBody(1_000).string().contains("webhook"));
                backOff.atLeast(CONFLICT_WAIT);
            }
            case 429 -> {
                Duration wait = retryAfter(response);
                health.trouble("it asks to wait " + wait.toSeconds() + " s");
                backOff.atLeast(wait);
            }
            default -> health.trouble("HTTP " + response.code());
        }
        return response;
    }

    private static Duration retryAfter(Response response) {
        String seconds = response.header("Retry-After", "1");
        return Duration.ofSeconds(seconds.matches("[0-9]{1,5}") ? Long.parseLong(seconds) : 1);
    }
}
