package io.github.claudebridge.app.log;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;

/** Writes log lines, stack traces included, with secrets masked, wherever they come from. Named in {@code logback.xml}. */
public final class RedactingEncoder extends PatternLayoutEncoder {

    @Override
    public byte[] encode(ILoggingEvent event) {
        return LogSecrets.redactor().clean(getLayout().doLayout(event)).getBytes(StandardCharsets.UTF_8);
    }
}
