package io.github.claudebridge.session.log;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.Home;
import io.github.claudebridge.session.internal.HomeLocks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The log of one session. Entries are appended durably and never changed; it can be read while it grows, also by other
 * processes. A line that is not an entry, because somebody edited the file, is passed over. Thread-safe.
 */
public final class ConversationLog {

    /** The size in bytes at which a file of the log is full and the next one begins. */
    public static final long DEFAULT_FILE_SIZE = 16L << 20;

    private final SessionName name;
    private final Path folder;
    private final LogFiles files;
    private final HomeLocks locks;
    private final long fileSize;

    private ConversationLog(SessionStore store, SessionName name, long fileSize) {
        Home home = new Home(store.home());
        this.name = name;
        this.folder = store.get(name).directory();
        this.files = new LogFiles(folder);
        this.locks = new HomeLocks(home.locks(), store.options().lockPatience());
        this.fileSize = fileSize;
    }

    /**
     * The log of a session.
     *
     * @throws io.github.claudebridge.session.SessionNotFoundException when there is no such session
     */
    public static ConversationLog of(SessionStore store, SessionName name) {
        return of(store, name, DEFAULT_FILE_SIZE);
    }

    /** The log of a session, with another size of its files in bytes. */
    public static ConversationLog of(SessionStore store, SessionName name, long fileSize) {
        return new ConversationLog(store, name, fileSize);
    }

    /** Appends entries; when this returns they are on disk, and when it throws none of them is. */
    public void append(LogEntry... entries) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (LogEntry entry : entries) {
            lines.writeBytes(LogCodec.encode(entry));
            lines.write('\n');
        }
        locks.inSession(name.value(), () -> {
            write(lines.toByteArray());
            return name;
        });
    }

    private void write(byte[] lines) {
        Path file = files.growing();
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                requireRegular(file);
                if (Files.size(file) >= fileSize) {
                    files.rotate();
                }
            }
            LogTail.append(file, lines);
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    private static void requireRegular(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotLinkException(file.toString(), null, "is not a regular file");
        }
    }

    /** All entries, oldest first, read as they are taken; the stream is to be closed. */
    public Stream<LogEntry> entries() {
        EntryIterator iterator = new EntryIterator(files);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(() -> {
                    try {
                        iterator.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** The newest entries, at most this many. */
    public LogPage newest(int limit) {
        return before(new LogPosition(Integer.MAX_VALUE, Long.MAX_VALUE), limit);
    }

    /** The entries before a place, at most this many; an earlier page gives the place. */
    public LogPage before(LogPosition position, int limit) {
        try {
            return page(position, limit);
        } catch (IOException e) {
            throw new StorageException(folder, e);
        }
    }

    private LogPage page(LogPosition position, int limit) throws IOException {
        List<Integer> segments = files.segments();
        List<LogEntry> newestFirst = new ArrayList<>();
        for (int i = segments.size() - 1; i >= 0; i--) {
            int segment = segments.get(i);
            if (segment <= position.segment()) {
                long end = segment == position.segment() ? position.offset() : Long.MAX_VALUE;
                Optional<SeekableByteChannel> channel = files.open(segment, i == segments.size() - 1);
                long from = channel.isPresent() ? collect(channel.get(), end, limit, newestFirst) : 0;
                if (newestFirst.size() >= limit) {
                    boolean atStart = i == 0 && from == 0;
                    return pageOf(newestFirst, atStart ? null : new LogPosition(segment, from));
                }
            }
        }
        return pageOf(newestFirst, null);
    }

    /** Collects entries backwards until there are enough; returns where the last one starts. */
    private static long collect(SeekableByteChannel channel, long end, int limit, List<LogEntry> newestFirst)
            throws IOException {
        try (BackwardLines lines = new BackwardLines(channel, end)) {
            while (newestFirst.size() < limit) {
                byte[] line = lines.previous();
                if (line == null) {
                    return 0;
                }
                LogCodec.decode(line, 0, line.length).ifPresent(newestFirst::add);
            }
            return lines.offset();
        }
    }

    private static LogPage pageOf(List<LogEntry> newestFirst, @Nullable LogPosition earlier) {
        Collections.reverse(newestFirst);
        return new LogPage(newestFirst, Optional.ofNullable(earlier));
    }
}
