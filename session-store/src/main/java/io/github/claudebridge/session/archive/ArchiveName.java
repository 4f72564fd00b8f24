package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.SessionName;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an archive's file: session, time in UTC, kind of compression.
 *
 * @param stem the name without its suffix, which is also the name of the folder inside
 */
record ArchiveName(SessionName session, Instant at, String stem, Compression compression) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final Pattern FILE =
            Pattern.compile("((" + SessionName.RULE + ")-(\\d{8}T\\d{6}Z)(?:-\\d{1,4})?)(\\.tar\\.(?:gz|zst))");

    /** A name for a new archive; another number gives another name in the same second. */
    static ArchiveName of(SessionName session, Instant at, int number, Compression compression) {
        String stem = session + "-" + TIME.format(at.atOffset(ZoneOffset.UTC)) + (number > 1 ? "-" + number : "");
        return new ArchiveName(session, at, stem, compression);
    }

    /** Reads the name of a file; empty when it is none of ours. */
    static Optional<ArchiveName> parse(String file) {
        Matcher matcher = FILE.matcher(file);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ArchiveName(
                    SessionName.of(matcher.group(2)),
                    LocalDateTime.parse(matcher.group(3), TIME).toInstant(ZoneOffset.UTC),
                    matcher.group(1),
                    matcher.group(4).equals(Compression.GZIP.suffix()) ? Compression.GZIP : Compression.ZSTD));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    String file() {
        return stem + compression.suffix();
    }
}
