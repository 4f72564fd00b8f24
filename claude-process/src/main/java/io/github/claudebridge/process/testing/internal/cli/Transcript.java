package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the transcript file of a session as it goes. */
final class Transcript {
    private @Nullable Path file;
    private String sessionId;
    private final Path directory;
    private final Version version;
    private final Clock clock;
    private @Nullable String parent;

    /**
     * A transcript.
     *
     * @param file where it is written, or null to keep none
     * @param parent id of the line that the next one follows, or null
     */
    Transcript(
            @Nullable Path file,
            String sessionId,
            Path directory,
            Version version,
            Clock clock,
            @Nullable String parent) {
        this.file = file;
        this.sessionId = sessionId;
        this.directory = directory;
        this.version = version;
        this.clock = clock;
        this.parent = parent;
    }

    /** A message of the conversation. */
    synchronized void message(String type, JsonObject message, @Nullable String uuid, JsonObject fields) {
        line(JsonObject.of("type", type, "message", message), uuid, fields);
    }

    /** Something that belongs to the conversation and is no message of it. */
    synchronized void note(String type, JsonObject fields) {
        line(JsonObject.of("type", type), null, fields);
    }

    private void line(JsonObject said, @Nullable String uuid, JsonObject fields) {
        String id = uuid != null ? uuid : UUID.randomUUID().toString();
        append(JsonObject.of("parentUuid", parent, "isSidechain", false)
                .withAll(said)
                .with("uuid", id)
                .with("timestamp", clock.instant().toString())
                .withAll(fields)
                .with("userType", "external")
                .with("cwd", directory.toString())
                .with("version", version.name()));
        parent = id;
    }

    /** Keeps what the session has cost, where it has a transcript at all. */
    synchronized void close(JsonObject costs) {
        if (file != null && Files.exists(file)) {
            append(costs);
        }
    }

    /** Goes on in the file of another session, which lies beside this one. */
    synchronized void moveOn(String otherSession, JsonObject costs) {
        close(costs);
        sessionId = otherSession;
        parent = null;
        file = file == null ? null : file.resolveSibling(otherSession + ".jsonl");
    }

    /** Writes nothing from now on. */
    synchronized void abandon() {
        file = null;
    }

    private void append(JsonObject line) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    line.with("sessionId", sessionId) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
