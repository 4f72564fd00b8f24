package io.github.claudebridge.app.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * How the log looks. Immutable. Commands log only warnings, and as text, unless they put other settings into force.
 *
 * @param level what is logged at least
 */
public record LogSettings(Level level, Format format) {

    /** What a bot logs where nothing else is configured. */
    public static final LogSettings DEFAULT = new LogSettings(Level.INFO, Format.TEXT);

    /** What a line of the log is. */
    public enum Format {
        /** For people. */
        TEXT,
        /** For programs: one JSON object. */
        JSON;

        /** The name in the configuration. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Puts them into force. */
    public void apply() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
            root.setLevel(ch.qos.logback.classic.Level.convertAnSLF4JLevel(level));
            if (format == Format.JSON
                    && root.getAppender("STDERR") instanceof OutputStreamAppender<ILoggingEvent> appender
                    && !(appender.getEncoder() instanceof RedactingJsonEncoder)) {
                appender.setEncoder(json(context));
            }
        }
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonEncoder json = new RedactingJsonEncoder();
        json.setContext(context);
        json.setWithFormattedMessage(true);
        json.setWithMessage(false);
        json.setWithArguments(false);
        json.setWithContext(false);
        json.setWithSequenceNumber(false);
        json.setWithNanoseconds(false);
        json.start();
        return json;
    }
}
