package io.github.claudebridge.session.log;

import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.Json;
import io.github.claudebridge.session.internal.LineChunks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The end of the growing file: made whole after a crash or an edit by hand, then written to. */
final class LogTail {

    private LogTail() {}

    /** Appends whole lines durably. What cannot be written completely is taken back. */
    static void append(FileChannel channel, byte[] lines) throws IOException {
        repair(channel);
        long before = channel.size();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(lines);
            channel.position(before);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    /** Ends a last line that lacks only its newline, and removes one that broke off: nobody was told it was written. */
    private static void repair(FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        if (size == 0 || channel.read(last, size - 1) < 1 || last.get(0) == '\n') {
            return;
        }
        long start = startOfLastLine(channel, size);
        if (isWhole(channel, start, size)) {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
        } else {
            channel.truncate(start);
        }
    }

    private static long startOfLastLine(FileChannel channel, long size) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(64 << 10);
        long end = size;
        while (end > 0) {
            int length = (int) Math.min(block.capacity(), end);
            block.clear().limit(length);
            int read = channel.read(block, end - length);
            for (int at = read - 1; at >= 0; at--) {
                if (block.get(at) == '\n') {
                    return end - length + at + 1;
                }
            }
            end -= length;
        }
        return 0;
    }

    private static boolean isWhole(FileChannel channel, long start, long end) throws IOException {
        if (end - start > LineChunks.LONGEST_LINE) {
            return false;
        }
        ByteBuffer line = ByteBuffer.allocate((int) (end - start));
        channel.read(line, start);
        try {
            Json.parse(line.array());
            return true;
        } catch (BadJsonException e) {
            return false;
        }
    }
}
