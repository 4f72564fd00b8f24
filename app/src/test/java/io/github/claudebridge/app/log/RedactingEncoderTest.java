package io.github.claudebridge.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactingEncoderTest {

    private static final String TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz0123456";

    @Test
    void neither_a_line_nor_its_stack_trace_tells_a_secret() {
        LogSecrets.know(List.of("a known value"));
        LoggerContext context = new LoggerContext();
        RedactingEncoder encoder = new RedactingEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n%ex");
        encoder.start();
        Logger logger = context.getLogger("test");
        Throwable failure =
                new IllegalStateException("GET /bot" + TOKEN + "/getMe", new RuntimeException("a known value"));
        LoggingEvent event = new LoggingEvent("x", logger, Level.ERROR, "told a known value", failure, null);

        String line = new String(encoder.encode(event), StandardCharsets.UTF_8);
        assertThat(line).contains("told •••", "IllegalStateException").doesNotContain("a known value", "AAabcdef");
    }
}
