package io.github.claudebridge.telegram.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.Fault;
import java.io.IOException;
import java.time.Instant;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Somebody else gets the bot's messages. */
class ConflictTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(PollHealth.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final PollHealth health = new PollHealth(Instant::now);
    private final PollBackOff backOff = new PollBackOff(health);
    private final OkHttpClient client = new OkHttpClient.Builder()
            .addInterceptor(new PollWatch(backOff, health, failure -> {
                throw new AssertionError(failure);
            }))
            .build();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        TelegramConnection.release(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Conflict: terminated by other getUpdates request | Another program reads | Stop it",
                "Conflict: can't use getUpdates method while webhook is active | A webhook was set | start claude-bridge again",
            })
    void it_is_told_once_with_the_next_step_and_asked_again_only_after_a_while(
            String reason, String problem, String nextStep) throws IOException {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            telegram.faults().on("getUpdates").times(2).fail(new Fault.Refused(409, reason));
            assertThat(poll(telegram)).contains("Conflict");
            assertThat(poll(telegram)).contains("Conflict");
            assertThat(poll(telegram)).contains("\"ok\":true");
        }
        assertThat(backOff.nextBackOffMillis()).isGreaterThan(3_000);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains(problem, nextStep);
    }

    /** What the polling library reads of the answer. */
    private String poll(FakeTelegram telegram) throws IOException {
        String address = telegram.apiRoot() + "/bot" + telegram.token() + "/getUpdates";
        try (Response response =
                client.newCall(new Request.Builder().url(address).build()).execute()) {
            return response.peekBody(10_000).string();
        }
    }
}
