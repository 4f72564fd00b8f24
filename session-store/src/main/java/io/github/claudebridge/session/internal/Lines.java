package io.github.claudebridge.session.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line as UTF-8 text; a line beyond {@link LineChunks#LONGEST_LINE} is left out. Not thread-safe. */
public final class Lines implements Closeable {

    private final LineChunks chunks;
    private int at;

    /** Opens a regular file. */
    public Lines(Path file) throws IOException {
        this.chunks = new LineChunks(GuardedFiles.open(file));
    }

    /** The next line without its newline; null at the end. */
    public @Nullable String next() throws IOException {
        if (at >= chunks.end()) {
            at = 0;
            if (!chunks.next()) {
                return null;
            }
        }
        int start = at;
        byte[] buffer = chunks.buffer();
        while (at < chunks.end() && buffer[at] != '\n') {
            at++;
        }
        return new String(buffer, start, at++ - start, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        chunks.close();
    }
}
