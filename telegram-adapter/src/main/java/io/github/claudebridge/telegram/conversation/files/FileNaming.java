package io.github.claudebridge.telegram.conversation.files;

import io.github.claudebridge.telegram.conversation.UserFile;
import java.util.Locale;
import java.util.Map;

/** Names for files that came without one. */
final class FileNaming {

    private static final Map<String, String> EXTENSIONS = Map.of(
            "audio/ogg", ".ogg",
            "audio/mpeg", ".mp3",
            "audio/mp4", ".m4a",
            "video/mp4", ".mp4",
            "application/pdf", ".pdf",
            "image/png", ".png",
            "image/jpeg", ".jpg",
            "image/webp", ".webp");

    private FileNaming() {}

    /** The sender's name for it, or else what it is; Telegram turns every photo into JPEG and every voice message into Ogg. */
    static String suggest(UserFile file) {
        if (!file.name().isBlank()) {
            return file.name();
        }
        String kind = file.kind().name().toLowerCase(Locale.ROOT);
        String byDefault = switch (file.kind()) {
            case PHOTO -> ".jpg";
            case VOICE -> ".ogg";
            case VIDEO -> ".mp4";
            case AUDIO -> ".mp3";
            case DOCUMENT -> "";
        };
        return kind + EXTENSIONS.getOrDefault(file.mediaType(), byDefault);
    }
}
