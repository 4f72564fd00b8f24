package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** What to do after an attempt to send a message. */
sealed interface Delivery {

    /** It arrived. */
    record Sent() implements Delivery {}

    /** Telegram or the network was not able to take it; the same message may pass later. */
    record Later(@Nullable Duration asked, String reason) implements Delivery {}

    /** Nobody can know whether it arrived. */
    record Unknown(String reason) implements Delivery {}

    /** Telegram does not accept the message in this form. */
    record Refused(String reason) implements Delivery {}

    /** This chat takes nothing from this bot. */
    record Closed(String reason) implements Delivery {}

    /** The group has another number now. */
    record Moved(long to) implements Delivery {}

    /** The topic of the chat was deleted. */
    record TopicGone() implements Delivery {}

    /** Reads the outcome of a failed call. */
    static Delivery of(TelegramApiException failure) {
        if (failure instanceof TelegramApiValidationException) {
            return new Refused(String.valueOf(failure.getMessage()));
        }
        if (!(failure instanceof TelegramApiRequestException refusal)) {
            return notConnected(failure) ? new Later(null, "no connection") : new Unknown("the connection broke");
        }
        int code = refusal.getErrorCode() == null ? 0 : refusal.getErrorCode();
        String reason = String.valueOf(refusal.getApiResponse());
        return switch (code) {
            // Server errors do not get this far, so this is an answer that Telegram gave and the library could not
            // read.
            case 0 ->
                failure.getCause() instanceof JsonProcessingException
                        ? new Sent()
                        : new Unknown("an answer that cannot be read");
            case 401, 404 -> new Later(null, reason);
            case 403 -> new Closed(reason);
            case 429 -> new Later(retryAfter(refusal), "Telegram asks to wait");
            default -> badRequest(refusal, reason);
        };
    }

    private static Delivery badRequest(TelegramApiRequestException refusal, String reason) {
        Long newId =
                refusal.getParameters() == null ? null : refusal.getParameters().getMigrateToChatId();
        if (newId != null) {
            return new Moved(newId);
        }
        if (reason.contains("message thread not found")) {
            return new TopicGone();
        }
        if (reason.contains("message is not modified")) {
            return new Sent();
        }
        return reason.contains("chat not found") ? new Closed(reason) : new Refused(reason);
    }

    private static boolean notConnected(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static Duration retryAfter(TelegramApiRequestException refusal) {
        Integer seconds =
                refusal.getParameters() == null ? null : refusal.getParameters().getRetryAfter();
        return Duration.ofSeconds(seconds == null ? 1 : Math.max(1, seconds));
    }
}
