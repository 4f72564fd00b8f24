package io.github.claudebridge.session.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders that are prepared beside their final place and appear there in one step, or disappear in one step before
 * they are deleted. Their names carry the process that works on them, so that what a crash left behind can be told
 * from what is in use. Thread-safe.
 */
public final class Staging {

    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
    private static final String PREFIX = ".staging-";
    private static final Pattern NAME = Pattern.compile("\\.staging-(\\d{1,18})-([0-9a-z]{1,40})-[0-9a-f-]{36}");

    private final Path parent;
    private final ProcessStart starts;

    /** Prepares folders in this one. */
    public Staging(Path parent) {
        this(parent, ProcessStart.SYSTEM);
    }

    /**
     * Prepares folders in this one.
     *
     * @param starts tells which processes have ended
     */
    Staging(Path parent, ProcessStart starts) {
        this.parent = parent;
        this.starts = starts;
    }

    /** Makes an empty folder to fill. */
    public Path begin() throws IOException {
        return Files.createDirectory(freshPath());
    }

    /** Moves a filled folder to its place, durably; the caller has made sure that the place is free. */
    public void publish(Path staged, Path place) throws IOException {
        AtomicFiles.syncFolder(staged);
        Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
        AtomicFiles.syncFolder(Folders.of(place));
    }

    /** Takes a folder out of sight, durably; what is returned is to be deleted. */
    public Path withdraw(Path place) throws IOException {
        Path hidden = freshPath();
        Files.move(place, hidden, StandardCopyOption.ATOMIC_MOVE);
        AtomicFiles.syncFolder(parent);
        return hidden;
    }

    /**
     * Deletes what processes that no longer live have left behind, as far as it can be deleted. Needs no lock, and may take
     * long.
     */
    public void sweep() throws IOException {
        for (String name : Folders.names(parent)) {
            if (isAbandoned(name)) {
                try {
                    Trees.delete(parent.resolve(name));
                } catch (IOException e) {
                    LOG.warn("Could not delete what a crash left behind", e);
                }
            }
        }
    }

    private Path freshPath() {
        long self = ProcessHandle.current().pid();
        return parent.resolve(PREFIX + self + "-" + starts.of(self).orElse("0") + "-" + UUID.randomUUID());
    }

    private boolean isAbandoned(String leftover) {
        Matcher name = NAME.matcher(leftover);
        return name.matches() && starts.hasEnded(Long.parseLong(name.group(1)), name.group(2));
    }
}
