package io.github.claudebridge.process.framing;

import java.io.IOException;
import java.io.InputStream;

/** Reads a stream to its end and cuts it into lines. Runs on a thread of its own, and never waits for anything but the stream. */
public final class LineReader implements Runnable {

    private static final int CHUNK_BYTES = 1 << 16;

    private final InputStream in;
    private final LineSplitter splitter;
    private final Runnable atEnd;

    /**
     * @param in the stream; closed at its end
     * @param splitter takes the bytes
     * @param atEnd runs once, when the stream has ended or broken
     */
    public LineReader(InputStream in, LineSplitter splitter, Runnable atEnd) {
        this.in = in;
        this.splitter = splitter;
        this.atEnd = atEnd;
    }

    @Override
    public void run() {
        try (in) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                splitter.feed(chunk, 0, n);
            }
        } catch (IOException broken) {
            // The other end is gone or we closed the stream to stop reading: an end like any other.
        } finally {
            try {
                splitter.end();
            } finally {
                atEnd.run();
            }
        }
    }
}
