package io.github.claudebridge.session.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** Times as they stand in files: ISO-8601, written in UTC with milliseconds at most. */
public final class Timestamps {

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private Timestamps() {}

    /** The time as text. */
    public static String format(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /**
     * Reads a time; one without a zone is taken as UTC.
     *
     * @throws DateTimeException when the text is no time, or none of the years 1970 to 9999, which every calendar knows
     */
    public static Instant parse(String text) {
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        Instant time = parsed instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
        if (time.isBefore(Instant.EPOCH) || !time.isBefore(END)) {
            throw new DateTimeException("not a year from 1970 to 9999");
        }
        return time;
    }
}
