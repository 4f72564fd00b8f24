package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.supervisor.ledger.ProcessId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for the temporary files of each conversation. It outlives a process, since a resumed conversation may speak of the files in
 * it; what no later process can use is deleted at each end. Thread-safe.
 */
final class TemporaryFolders {

    private static final Logger log = LoggerFactory.getLogger(TemporaryFolders.class);

    /** The name of a socket ends at 107 bytes, and the CLI puts {@code /cc-socks/<pid>.sock} behind the folder. */
    private static final int LONGEST_PATH = 84;

    private static final String SOCKETS = "cc-socks";
    private static final String PROBE = "fswatch-probe-";
    private static final Pattern SOCKET = Pattern.compile("(\\d{1,18})\\.sock");
    private static final Duration KEPT = Duration.ofDays(30);

    private final Path root;
    private final LongPredicate free;

    TemporaryFolders(Path root) {
        this(root, ProcessId::isFree);
    }

    /**
     * Folders below a root.
     *
     * @param free whether certainly no process has a number
     */
    TemporaryFolders(Path root, LongPredicate free) {
        this.root = root.toAbsolutePath();
        this.free = free;
    }

    /** The folder of a conversation, made if it is missing; null where its path is too long for sockets, so that there is none. */
    @Nullable Path of(String key) {
        Path folder = path(key);
        if (folder.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            return null;
        }
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return root.resolve(HexFormat.of().formatHex(hash, 0, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No process of the conversation lives: sockets and probes are of no use any more. */
    void processEnded(String key) {
        deleteLeftovers(path(key));
    }

    /** The conversation will not go on. */
    void forget(String key) {
        delete(path(key));
    }

    /** Cleans after hosts that could not do so themselves; what others use stays. */
    void sweep(Instant now) {
        for (Path folder : list(root)) {
            List<Path> sockets = list(folder.resolve(SOCKETS));
            List<Path> ofDead = sockets.stream().filter(this::isOfDeadProcess).toList();
            if (ofDead.size() == sockets.size() && modified(folder).isBefore(now.minus(KEPT))) {
                delete(folder);
            } else {
                ofDead.forEach(TemporaryFolders::delete);
            }
        }
    }

    private boolean isOfDeadProcess(Path socket) {
        Matcher name = SOCKET.matcher(socket.getFileName().toString());
        return name.matches() && free.test(Long.parseLong(name.group(1)));
    }

    private static void deleteLeftovers(Path folder) {
        for (Path entry : list(folder)) {
            String name = entry.getFileName().toString();
            if (name.equals(SOCKETS) || name.startsWith(PROBE)) {
                delete(entry);
            } else if (name.startsWith("claude-")) {
                list(entry).stream()
                        .filter(inner -> inner.getFileName().toString().startsWith(PROBE))
                        .forEach(TemporaryFolders::delete);
            }
        }
    }

    private static Instant modified(Path folder) {
        try {
            return Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            log.warn("The temporary folder {} cannot be read", folder, e);
            return List.of();
        }
    }

    /** Deletes a tree without following links. */
    private static void delete(Path tree) {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            log.warn("The temporary files in {} cannot be deleted", tree, e);
        }
    }
}
