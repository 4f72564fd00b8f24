package io.github.claudebridge.session.log;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through the segments of a log, oldest first, each once, whatever is rotated meanwhile. Not thread-safe. */
final class SegmentWalk {

    /** An open segment; whoever takes it closes it. */
    record Segment(int number, SeekableByteChannel channel) {}

    private final LogFiles files;
    private final Deque<Integer> ahead = new ArrayDeque<>();
    private int last;

    SegmentWalk(LogFiles files) {
        this.files = files;
    }

    /** The next segment; null behind the last one. */
    @Nullable Segment next() throws IOException {
        while (!ahead.isEmpty() || look()) {
            last = ahead.remove();
            Optional<SeekableByteChannel> channel = files.open(last, ahead.isEmpty());
            if (channel.isPresent()) {
                return new Segment(last, channel.get());
            }
        }
        return null;
    }

    /** Lists what there is by now behind the last segment. */
    private boolean look() throws IOException {
        List<Integer> segments = files.segments();
        segments.stream().filter(number -> number > last).forEach(ahead::add);
        return !ahead.isEmpty();
    }
}
