package io.github.claudebridge.app.log;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;

/** Writes log lines as JSON, with secrets masked. */
final class RedactingJsonEncoder extends JsonEncoder {

    @Override
    public byte[] encode(ILoggingEvent event) {
        String line = new String(super.encode(event), StandardCharsets.UTF_8);
        return LogSecrets.redactor().clean(line).getBytes(StandardCharsets.UTF_8);
    }
}
