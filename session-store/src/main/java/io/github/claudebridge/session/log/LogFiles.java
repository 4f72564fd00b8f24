package io.github.claudebridge.session.log;

import io.github.claudebridge.session.internal.AtomicFiles;
import io.github.claudebridge.session.internal.Folders;
import io.github.claudebridge.session.internal.GuardedFiles;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of one log: {@code conversation-000001.jsonl} and so on, full ones in order, and {@code conversation.jsonl},
 * which grows. When it is full it gets the next number, which was its segment number from the start.
 */
final class LogFiles {

    private static final Pattern FULL = Pattern.compile("conversation-(\\d{6,9})\\.jsonl");

    private final Path folder;

    LogFiles(Path folder) {
        this.folder = folder;
    }

    /** The file that grows. */
    Path growing() {
        return folder.resolve("conversation.jsonl");
    }

    /** The segment number of the file that grows. */
    int newest() throws IOException {
        int highest = 0;
        for (String name : Folders.names(folder)) {
            Matcher matcher = FULL.matcher(name);
            if (matcher.matches()) {
                highest = Math.max(highest, Integer.parseInt(matcher.group(1)));
            }
        }
        return highest + 1;
    }

    /** Opens a segment for reading; empty when there is none. */
    Optional<SeekableByteChannel> open(int segment) throws IOException {
        try {
            return Optional.of(openPresent(segment));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private SeekableByteChannel openPresent(int segment) throws IOException {
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
        Files.move(growing(), full(newest()), StandardCopyOption.ATOMIC_MOVE);
        AtomicFiles.syncFolder(folder);
    }

    private boolean isFull(int segment) {
        return Files.exists(full(segment), LinkOption.NOFOLLOW_LINKS);
    }

    private Path full(int segment) {
        return folder.resolve(String.format(Locale.ROOT, "conversation-%06d.jsonl", segment));
    }
}
