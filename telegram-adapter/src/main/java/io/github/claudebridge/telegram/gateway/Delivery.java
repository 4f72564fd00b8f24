package io.github.claudebridge.telegram.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** What to do after an attempt to send a message. */
sealed interface Delivery {

    /** It arrived. */
    record Sent() implements Delivery {}

    /** Telegram or the network was not able to take it; the same message may pass later. */
    record Later(@Nullable Duration asked, String reason) implements Delivery {}

    /** Telegram does not accept the message in this form. */
    record Refused(String reason) implements Delivery {}

    /** This chat takes nothing from this bot. */
    record Closed(String reason) implements Delivery {}

    /** Reads the outcome of a failed call. */
    static Delivery of(TelegramApiException failure) {
        if (failure instanceof TelegramApiRequestException refusal && refusal.getErrorCode() != null) {
            String reason = String.valueOf(refusal.getApiResponse());
            return switch (refusal.getErrorCode()) {
                case 400 -> reason.contains("chat not found") ? new Closed(reason) : new Refused(reason);
                case 401, 403, 404 -> new Closed(reason);
                case 429 -> new Later(retryAfter(refusal), "Telegram asks to wait");
                default -> new Later(null, "HTTP " + refusal.getErrorCode());
            };
        }
        return new Later(null, "no connection");
    }

    private static Duration retryAfter(TelegramApiRequestException refusal) {
        Integer seconds =
                refusal.getParameters() == null ? null : refusal.getParameters().getRetryAfter();
        return Duration.ofSeconds(seconds == null ? 1 : seconds);
    }
}
