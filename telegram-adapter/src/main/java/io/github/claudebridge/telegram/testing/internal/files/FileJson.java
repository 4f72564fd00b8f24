package io.github.claudebridge.telegram.testing.internal.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import java.time.Duration;

/** The fields of a message that hold a file. */
public final class FileJson {

    private static final int THUMBNAIL = 90;

    private FileJson() {}

    /** The field for this file and its value. */
    public static ObjectNode content(StoredFile file) {
        ObjectNode content = Json.object();
        switch (file.kind()) {
            case "photo" ->
                content.withArray("photo").add(size(file, THUMBNAIL)).add(size(file, Integer.MAX_VALUE));
            case "document" -> content.set("document", named(file));
            case "animation" -> {
                content.set(
                        "animation",
                        timed(named(file), Duration.ofSeconds(1))
                                .put("width", 320)
                                .put("height", 240));
                content.set("document", named(file));
            }
            case "video" ->
                content.set(
                        "video",
                        timed(named(file), Duration.ofSeconds(1))
                                .put("width", 320)
                                .put("height", 240));
            case "audio" -> content.set("audio", timed(named(file), Duration.ofSeconds(1)));
            default -> content.set(file.kind(), plain(file).put("mime_type", file.mimeType()));
        }
        return content;
    }

    /** As {@link #content} for a voice message of this length. */
    public static ObjectNode voice(StoredFile file, Duration length) {
        ObjectNode content = Json.object();
        content.set("voice", timed(plain(file).put("mime_type", file.mimeType()), length));
        return content;
    }

    /** What every file has. */
    public static ObjectNode plain(StoredFile file) {
        return Json.object()
                .put("file_id", file.id())
                .put("file_unique_id", file.uniqueId())
                .put("file_size", file.size());
    }

    private static ObjectNode named(StoredFile file) {
        return plain(file).put("file_name", file.name()).put("mime_type", file.mimeType());
    }

    private static ObjectNode timed(ObjectNode json, Duration length) {
        return json.put("duration", length.toSeconds());
    }

    private static ObjectNode size(StoredFile file, int longestSide) {
        int longest = Math.max(file.width(), file.height());
        double scale = Math.min(1, (double) longestSide / Math.max(1, longest));
        return plain(file)
                .put("width", Math.max(1, (int) (file.width() * scale)))
                .put("height", Math.max(1, (int) (file.height() * scale)));
    }
}
