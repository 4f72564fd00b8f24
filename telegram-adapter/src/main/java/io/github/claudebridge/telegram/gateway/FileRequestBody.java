package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.session.files.OutgoingFile;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** An open file as the body of a request, read while it is sent. */
final class FileRequestBody extends RequestBody {

    private final OutgoingFile file;

    FileRequestBody(OutgoingFile file) {
        this.file = file;
    }

    /** Telegram looks at the content itself. */
    @Override
    public @Nullable MediaType contentType() {
        return MediaType.parse("application/octet-stream");
    }

    @Override
    public long contentLength() {
        return file.size();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (InputStream content = file.content();
                Source source = Okio.source(content)) {
            sink.writeAll(source);
        }
    }
}
