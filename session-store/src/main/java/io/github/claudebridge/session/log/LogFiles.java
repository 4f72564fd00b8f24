package io.github.claudebridge.session.log;

import io.github.claudebridge.session.internal.AtomicFiles;
import io.github.claudebridge.session.internal.Folders;
import io.github.claudebridge.session.internal.GuardedFiles;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of one log: {@code conversation-000001.jsonl} and so on, full ones in order, and {@code conversation.jsonl},
 * which grows. When it is full it gets the next number, which was its segment number from the start. Files may be missing;
 * a number far beyond all others was not given by this program and is ignored.
 */
final class LogFiles {

    private static final Pattern FULL = Pattern.compile("conversation-(\\d{6,9})\\.jsonl");
    private static final int WIDEST_GAP = 1_000;

    private final Path folder;

    LogFiles(Path folder) {
        this.folder = folder;
    }

    /** The file that grows. */
    Path growing() {
        return folder.resolve("conversation.jsonl");
    }

    /** The numbers of the segments that there are, in order; the last one is that of the file that grows. */
    List<Integer> segments() throws IOException {
        List<Integer> segments = new ArrayList<>();
        int highest = 0;
        for (int number : fullNumbers()) {
            if (number - highest > WIDEST_GAP) {
                break;
            }
            segments.add(number);
            highest = number;
        }
        segments.add(highest + 1);
        return segments;
    }

    private SortedSet<Integer> fullNumbers() throws IOException {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String name : Folders.names(folder)) {
            Matcher matcher = FULL.matcher(name);
            if (matcher.matches() && full(Integer.parseInt(matcher.group(1))).endsWith(name)) {
                numbers.add(Integer.parseInt(matcher.group(1)));
            }
        }
        numbers.remove(0);
        return numbers;
    }

    /**
     * Opens a segment for reading; empty when it is gone.
     *
     * @param grows whether it was the one that grows when the segments were listed
     */
    Optional<SeekableByteChannel> open(int segment, boolean grows) throws IOException {
        try {
            return Optional.of(grows ? openGrowing(segment) : GuardedFiles.open(full(segment)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NotLinkException e) {
            if (grows) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private SeekableByteChannel openGrowing(int segment) throws IOException {
        if (!isFull(segment)) {
            SeekableByteChannel channel = GuardedFiles.open(growing());
            // It may have got its number between the look and the opening; then another file grows by now.
            if (!isFull(segment)) {
                return channel;
            }
            channel.close();
        }
        return GuardedFiles.open(full(segment));
    }

    /** Gives the growing file its number; the caller holds the session's lock. */
    void rotate() throws IOException {
        List<Integer> segments = segments();
        int number = segments.get(segments.size() - 1);
        if (isFull(number)) {
            throw new FileAlreadyExistsException(full(number).toString());
        }
        Files.move(growing(), full(number), StandardCopyOption.ATOMIC_MOVE);
        AtomicFiles.syncFolder(folder);
    }

    private boolean isFull(int segment) {
        return Files.exists(full(segment), LinkOption.NOFOLLOW_LINKS);
    }

    private Path full(int segment) {
        return folder.resolve(String.format(Locale.ROOT, "conversation-%06d.jsonl", segment));
    }
}
