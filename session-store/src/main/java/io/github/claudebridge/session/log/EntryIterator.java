package io.github.claudebridge.session.log;

import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.LineChunks;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The entries of all files of a log, oldest first; lines that are no entries are left out. Not thread-safe. */
final class EntryIterator implements Iterator<LogEntry>, Closeable {

    private final LogFiles files;
    private final SegmentWalk walk;
    private @Nullable LineChunks chunks;
    private int at;
    private @Nullable LogEntry ahead;

    EntryIterator(LogFiles files) {
        this.files = files;
        this.walk = new SegmentWalk(files);
    }

    @Override
    public boolean hasNext() {
        try {
            while (ahead == null && (nextInChunk() || nextChunk())) {
                ahead = decodeLine();
            }
            return ahead != null;
        } catch (IOException e) {
            throw new StorageException(files.growing(), e);
        }
    }

    @Override
    public LogEntry next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        LogEntry entry = ahead;
        ahead = null;
        return entry;
    }

    private boolean nextInChunk() {
        return chunks != null && at < chunks.end();
    }

    private boolean nextChunk() throws IOException {
        at = 0;
        while (chunks == null || !chunks.next()) {
            close();
            SegmentWalk.Segment segment = walk.next();
            if (segment == null) {
                return false;
            }
            chunks = new LineChunks(segment.channel());
        }
        return true;
    }

    private @Nullable LogEntry decodeLine() {
        if (chunks == null) {
            return null;
        }
        byte[] buffer = chunks.buffer();
        int start = at;
        while (at < chunks.end() && buffer[at] != '\n') {
            at++;
        }
        int length = at++ - start;
        return LogCodec.decode(buffer, start, length).orElse(null);
    }

    @Override
    public void close() throws IOException {
        if (chunks != null) {
            chunks.close();
            chunks = null;
        }
    }
}
