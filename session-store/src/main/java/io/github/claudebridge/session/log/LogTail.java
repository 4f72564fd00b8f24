package io.github.claudebridge.session.log;

import io.github.claudebridge.session.internal.AtomicFiles;
import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.Folders;
import io.github.claudebridge.session.internal.Json;
import io.github.claudebridge.session.internal.LineChunks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The end of the growing file: made whole after a crash or an edit by hand, then written to. For one use. */
final class LogTail {

    private static final long UNKNOWN = -1;

    private final Path file;
    private final byte[] lines;
    private long before = UNKNOWN;

    private LogTail(Path file, byte[] lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Appends whole lines durably, even if the thread is interrupted. What cannot be written completely is taken back. */
    static void append(Path file, byte[] lines) throws IOException {
        LogTail tail = new LogTail(file, lines);
        boolean interrupted = false;
        try {
            while (!tail.append()) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** False when an interrupt closed the file. */
    private boolean append() throws IOException {
        boolean begins = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS))) {
            if (begins) {
                AtomicFiles.syncFolder(Folders.of(file));
            }
            prepare(channel);
            write(channel);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }

    private void prepare(FileChannel channel) throws IOException {
        if (before == UNKNOWN) {
            repair(channel);
            before = channel.size();
        } else {
            channel.truncate(before);
        }
    }

    private void write(FileChannel channel) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(lines);
            channel.position(before);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            if (channel.isOpen()) {
                channel.truncate(before);
            }
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
