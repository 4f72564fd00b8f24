package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.testing.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Somebody else gets the bot's messages. */
class ConflictTest {

    @TempDir
    Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger(PollHealth.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Conflict: terminated by other getUpdates request | Another program reads | Stop it",
                "Conflict: can't use getUpdates method while webhook is active | A webhook was set | start claude-bridge again",
            })
    void it_is_told_once_with_the_next_step_and_reading_goes_on(String reason, String problem, String nextStep) {
        List<String> taken = new CopyOnWriteArrayList<>();
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.telegram.faults().on("getUpdates").times(2).fail(new Fault.Refused(409, reason));
            fixture.telegram.user(ANN, "Ann").sends("hello");
            fixture.start((message, key) -> {
                taken.add(message.text());
                return CompletableFuture.completedFuture(Handled.DONE);
            });
            await().atMost(LIMIT).until(() -> taken.contains("hello"));
            assertThat(fixture.failure).isNotDone();
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains("program"))
                .singleElement()
                .asString()
                .contains(problem, nextStep);
    }
}
