package io.github.claudebridge.session.log;

import io.github.claudebridge.session.internal.LineChunks;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/** Visits the entries of a log whose lines contain a needle; all other lines are passed over without decoding them. */
final class LineScan {

    /** Takes a found entry and the place just behind it. */
    interface Visitor {
        void visit(LogEntry entry, LogPosition behind);
    }

    private final Needle needle;
    private final Visitor visitor;

    LineScan(Needle needle, Visitor visitor) {
        this.needle = needle;
        this.visitor = visitor;
    }

    void run(LogFiles files) throws IOException {
        SegmentWalk walk = new SegmentWalk(files);
        SegmentWalk.Segment segment;
        while ((segment = walk.next()) != null) {
            scan(segment.channel(), segment.number());
        }
    }

    private void scan(SeekableByteChannel channel, int segment) throws IOException {
        try (LineChunks chunks = new LineChunks(channel)) {
            while (chunks.next()) {
                scan(chunks, segment);
            }
        }
    }

    private void scan(LineChunks chunks, int segment) {
        byte[] buffer = chunks.buffer();
        int lineEnd = 0;
        int found;
        while ((found = needle.find(buffer, lineEnd, chunks.end())) >= 0) {
            int lineStart = startOfLine(buffer, found, lineEnd);
            lineEnd = endOfLine(buffer, found, chunks.end());
            LogPosition behind = new LogPosition(segment, chunks.offset() + lineEnd);
            LogCodec.decode(buffer, lineStart, lineEnd - lineStart).ifPresent(entry -> visitor.visit(entry, behind));
        }
    }

    private static int startOfLine(byte[] buffer, int at, int lowest) {
        int start = at;
        while (start > lowest && buffer[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static int endOfLine(byte[] buffer, int at, int highest) {
        int end = at;
        while (end < highest && buffer[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, highest);
    }
}
