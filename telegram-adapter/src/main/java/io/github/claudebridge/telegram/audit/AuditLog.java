package io.github.claudebridge.telegram.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file to which lines are only ever added, one JSON object for each decision, readable by its owner alone. It is opened for each
 * entry, so it may be moved away; when it is large it moves itself beside, under a name with the time, and is never deleted. Thread-safe.
 */
public final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    /** Of longer texts the beginning is kept, with a mark. */
    private static final int MOST = 8_000;

    /** As large a file gets, in bytes. */
    private static final long LARGE = 10L << 20;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path file;
    private final Clock clock;
    private final long large;
    private final ObjectMapper mapper = new ObjectMapper();

    /**
     * A log in this file, which is made when it is first needed.
     *
     * @param file in a folder that exists
     */
    public AuditLog(Path file, Clock clock) {
        this(file, clock, LARGE);
    }

    AuditLog(Path file, Clock clock, long large) {
        this.file = file;
        this.clock = clock;
        this.large = large;
    }

    /** Adds an entry and returns when it is safe on the disk. A disk that does not take it is logged, and holds nothing up. */
    public synchronized void add(AuditEntry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", clock.instant().toString());
        line.put("session", entry.session());
        line.put("user", entry.userId());
        line.put("kind", entry.kind());
        line.put("decision", entry.decision());
        line.put("subject", cut(entry.subject()));
        line.put("detail", cut(entry.detail()));
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes =
                    ByteBuffer.wrap((mapper.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
            if (channel.size() >= large) {
                Files.move(file, file.resolveSibling("audit-" + TIME.format(clock.instant()) + ".jsonl"));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of strings and numbers can always be written", e);
        } catch (IOException e) {
            LOG.error(
                    "This decision could not be written to {}: {} by {} in {}: {}",
                    file,
                    entry.kind(),
                    entry.userId(),
                    entry.session(),
                    entry.decision(),
                    e.toString());
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST
                ? text
                : text.substring(0, MOST) + "… (cut, %d characters in all)".formatted(text.length());
    }
}
