package io.github.claudebridge.session.internal;

import io.github.claudebridge.session.SessionExistsException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionNotFoundException;
import io.github.claudebridge.session.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets whole session folders appear, change their name and disappear, each in one step. Thread-safe. */
public final class SessionFolders {

    private static final Logger LOG = LoggerFactory.getLogger(SessionFolders.class);
    private static final String SUFFIX = ".json";

    private final Home home;
    private final HomeLocks locks;
    private final Staging staging;

    /** Works on this home; waits this long for its lock. */
    public SessionFolders(Home home, Duration lockPatience) {
        this.home = home;
        this.locks = new HomeLocks(home.locks(), lockPatience);
        this.staging = new Staging(home.sessions());
    }

    /** Makes an empty folder to be filled and published; a crash leaves nothing of it. */
    public Path begin() {
        try {
            return staging.begin();
        } catch (IOException e) {
            throw new StorageException(home.sessions(), e);
        }
    }

    /**
     * Makes a filled folder a session.
     *
     * @param grants content of its grants file; empty for least rights
     * @throws SessionExistsException when the name is taken
     */
    public void publish(Path staged, SessionName name, Optional<byte[]> grants) {
        storing(
                home.session(name.value()),
                () -> locks.inHome(() -> {
                    requireFree(name);
                    forgetState(name);
                    copyPrivate(staged.resolve("metadata.json"), home.lastGood(name.value()));
                    if (grants.isPresent()) {
                        AtomicFiles.replacePrivate(home.grants(name.value()), grants.get());
                    }
                    staging.publish(staged, home.session(name.value()));
                    return staged;
                }));
    }

    /**
     * Gives a session another name; its rights go with it.
     *
     * @throws SessionNotFoundException when there is no such session
     * @throws SessionExistsException when the other name is taken
     */
    public void rename(SessionName from, SessionName to) {
        Path folder = home.session(from.value());
        storing(
                folder,
                () -> locks.inHome(() -> locks.inSession(from.value(), () -> {
                    requirePresent(from);
                    requireFree(to);
                    forgetState(to);
                    for (Path belonging : home.belongings(from.value())) {
                        copyPrivate(belonging, belonging.resolveSibling(to.value() + SUFFIX));
                    }
                    staging.publish(folder, home.session(to.value()));
                    forgetState(from);
                    return to;
                })));
    }

    /**
     * Removes a session and its rights.
     *
     * @throws SessionNotFoundException when there is no such session
     */
    public void remove(SessionName name) {
        removeIf(name, () -> true);
    }

    /**
     * Removes a session and its rights if a condition holds under its lock.
     *
     * @param condition decides at the last moment; nobody creates, renames or removes a session meanwhile
     * @return whether it was removed
     * @throws SessionNotFoundException when there is no such session
     */
    public boolean removeIf(SessionName name, HomeLocks.Work<Boolean, IOException> condition) {
        Path folder = home.session(name.value());
        Optional<Path> hidden = storing(
                folder,
                () -> locks.inHome(() -> locks.inSession(name.value(), () -> {
                    requirePresent(name);
                    if (!condition.run()) {
                        return Optional.<Path>empty();
                    }
                    Path withdrawn = staging.withdraw(folder);
                    forgetState(name);
                    return Optional.of(withdrawn);
                })));
        hidden.ifPresent(this::discard);
        return hidden.isPresent();
    }

    /** Removes what crashes have left behind: half folders, and rights of sessions that do not exist. */
    public void sweep() {
        storing(home.sessions(), () -> {
            // Not under the lock: the folders of others are told by their names, and a large one takes long.
            staging.sweep();
            new Staging(home.archives()).sweep();
            return staging;
        });
        storing(
                home.sessions(),
                () -> locks.inHome(() -> {
                    for (Path belonging : home.belongings("any")) {
                        Path state = Folders.of(belonging);
                        for (String file : Folders.names(state)) {
                            if (file.endsWith(SUFFIX) && isStray(file.substring(0, file.length() - SUFFIX.length()))) {
                                Files.deleteIfExists(state.resolve(file));
                            }
                        }
                    }
                    return staging;
                }));
    }

    /** Deletes a folder that is not wanted any more and that nobody sees. What cannot be deleted is left to a sweep. */
    public void discard(Path staged) {
        try {
            Trees.delete(staged);
        } catch (IOException e) {
            LOG.warn("Could not delete {} yet", staged, e);
        }
    }

    private boolean isStray(String name) {
        return SessionName.isValid(name) && !Files.exists(home.session(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** Durably, so that no session that comes later under this name ever gets these rights. */
    private void forgetState(SessionName name) throws IOException {
        for (Path belonging : home.belongings(name.value())) {
            if (Files.deleteIfExists(belonging)) {
                AtomicFiles.syncFolder(Folders.of(belonging));
            }
        }
    }

    private static void copyPrivate(Path from, Path to) throws IOException {
        try {
            AtomicFiles.replacePrivate(to, GuardedFiles.readSmall(from));
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(to);
        }
    }

    private void requireFree(SessionName name) {
        if (Files.exists(home.session(name.value()), LinkOption.NOFOLLOW_LINKS)) {
            throw new SessionExistsException(name);
        }
    }

    private void requirePresent(SessionName name) {
        if (!Files.isDirectory(home.session(name.value()), LinkOption.NOFOLLOW_LINKS)) {
            throw new SessionNotFoundException(name);
        }
    }

    private static <T> T storing(Path path, HomeLocks.Work<T, IOException> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new StorageException(path, e);
        }
    }
}
