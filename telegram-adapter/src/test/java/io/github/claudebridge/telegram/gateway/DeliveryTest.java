package io.github.claudebridge.telegram.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.ApiResponse;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

class DeliveryTest {

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request: can't parse entities, Refused",
        "400, Bad Request: chat not found, Closed",
        "400, Bad Request: message is not modified: specified new message content, Sent",
        "401, Unauthorized, Later",
        "403, Forbidden: bot was blocked by the user, Closed",
        "404, Not Found, Later",
        "413, Request Entity Too Large, Refused",
        "429, Too Many Requests: retry after 7, Later",
    })
    void what_the_server_says_decides(int code, String description, String delivery) {
        assertThat(Delivery.of(refusal(code, description)).getClass().getSimpleName())
                .isEqualTo(delivery);
    }

    @Test
    void the_wait_that_is_asked_for_is_kept() {
        assertThat(Delivery.of(refusal(429, "Too Many Requests: retry after 7")))
                .isEqualTo(new Delivery.Later(Duration.ofSeconds(7), "Telegram asks to wait"));
    }

    @Test
    void an_answer_that_cannot_be_read_is_one_that_telegram_gave() {
        assertThat(Delivery.of(new TelegramApiRequestException("unreadable", new JsonParseException("no JSON"))))
                .isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void a_connection_that_broke_leaves_the_outcome_open_and_one_that_was_never_made_does_not() {
        assertThat(Delivery.of(new TelegramApiException(new IOException("reset"))))
                .isInstanceOf(Delivery.Unknown.class);
        assertThat(Delivery.of(new TelegramApiException(new ConnectException("refused"))))
                .isInstanceOf(Delivery.Later.class);
    }

    @Test
    void a_message_that_the_library_does_not_send_is_not_tried_for_ever() {
        assertThat(Delivery.of(new TelegramApiValidationException("Text is empty", new GetMe())))
                .isInstanceOf(Delivery.Refused.class);
    }

    private static TelegramApiRequestException refusal(int code, String description) {
        String json = """
                {"ok": false, "error_code": %d, "description": "%s", "parameters": {"retry_after": 7}}""".formatted(code, description);
        ApiResponse<?> response;
        try {
            response = new ObjectMapper().readValue(json, ApiResponse.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        return new TelegramApiRequestException("refused", response);
    }
}
