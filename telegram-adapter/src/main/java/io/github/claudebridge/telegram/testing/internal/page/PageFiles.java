package io.github.claudebridge.telegram.testing.internal.page;

import com.sun.net.httpserver.HttpExchange;
import io.github.claudebridge.telegram.testing.internal.files.FileStore;
import io.github.claudebridge.telegram.testing.internal.files.StoredFile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Hands files to the browser: pictures and sounds to show, everything else only to save. */
public final class PageFiles {

    private static final Map<String, String> SHOWN =
            Map.of("photo", "image/*", "voice", "audio/ogg", "audio", "audio/mpeg", "video", "video/mp4");

    private final FileStore files;

    public PageFiles(FileStore files) {
        this.files = files;
    }

    void serve(HttpExchange exchange, String fileId) throws IOException {
        Optional<StoredFile> file = files.find(fileId);
        Optional<byte[]> content = files.content(fileId);
        if (file.isEmpty() || content.isEmpty()) {
            PageReply.notFound(exchange);
            return;
        }
        String shownType = SHOWN.getOrDefault(file.get().kind(), "");
        if (shownType.isEmpty()) {
            String name =
                    URLEncoder.encode(file.get().name(), StandardCharsets.UTF_8).replace("+", "%20");
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        }
        String type = shownType.isEmpty() ? "application/octet-stream" : shownType;
        PageReply.send(exchange, 200, type.equals("image/*") ? picture(content.get()) : type, content.get());
    }

    private static String picture(byte[] content) {
        boolean png = content.length > 4 && content[1] == 'P' && content[2] == 'N' && content[3] == 'G';
        boolean gif = content.length > 4 && content[0] == 'G' && content[1] == 'I' && content[2] == 'F';
        return png ? "image/png" : gif ? "image/gif" : "image/jpeg";
    }
}
