package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.telegram.conversation.UserFile;
import io.github.claudebridge.telegram.conversation.UserFile.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the file of a message. */
final class FileReader {

    /** In this order, because an animation is also described as a document. */
    private static final Map<String, Kind> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("animation", Kind.VIDEO);
        FIELDS.put("video", Kind.VIDEO);
        FIELDS.put("video_note", Kind.VIDEO);
        FIELDS.put("voice", Kind.VOICE);
        FIELDS.put("audio", Kind.AUDIO);
        FIELDS.put("document", Kind.DOCUMENT);
    }

    private FileReader() {}

    /** One file or none; of a picture the largest size. */
    static List<UserFile> files(JsonNode message) {
        JsonNode sizes = message.path("photo");
        if (sizes.isArray() && !sizes.isEmpty()) {
            return file(sizes.path(sizes.size() - 1), Kind.PHOTO);
        }
        return FIELDS.entrySet().stream()
                .filter(field -> message.path(field.getKey()).isObject())
                .findFirst()
                .map(field -> file(message.path(field.getKey()), field.getValue()))
                .orElse(List.of());
    }

    private static List<UserFile> file(JsonNode file, Kind kind) {
        String id = file.path("file_id").asText();
        return id.isEmpty()
                ? List.of()
                : List.of(new UserFile(
                        id,
                        kind,
                        file.path("file_name").asText(),
                        file.path("mime_type").asText(),
                        file.path("file_size").asLong()));
    }
}
