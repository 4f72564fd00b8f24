package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.Folders;
import io.github.claudebridge.session.internal.Home;
import io.github.claudebridge.session.internal.HomeLocks;
import io.github.claudebridge.session.internal.SessionFolders;
import io.github.claudebridge.session.internal.Staging;
import io.github.claudebridge.session.internal.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The archives of one home. Thread-safe; long work runs on the calling thread, gzip also on threads of its own.
 *
 * <p>The methods throw {@link ArchiveException} for what is wrong with an archive or its source, {@link
 * io.github.claudebridge.session.ArchiveCancelledException} when the monitor stops them, and {@link StorageException}
 * when the file system refuses. In each case the sessions and the archives are as they were before.
 */
public final class Archives {

    private final SessionStore store;
    private final Home home;

    private Archives(SessionStore store) {
        this.store = store;
        this.home = new Home(store.home());
    }

    /** The archives of this home. */
    public static Archives of(SessionStore store) {
        return new Archives(store);
    }

    /**
     * Archives a session and removes its folder. The archive is complete on disk, and has been read back and checked,
     * before anything is removed. The caller has ended the session's process; the sources of attachments stay.
     *
     * @throws io.github.claudebridge.session.SessionNotFoundException when there is no such session
     */
    public VerifiedArchive archive(SessionName name, ArchiveOptions options) {
        Session session = store.get(name);
        Path folder = session.directory();
        FolderState before = state(() -> FolderState.of(folder), folder);
        VerifiedArchive archive = new Archiver(store).archive(session, options);
        if (!removeIfUnchanged(name, folder, before)) {
            delete(archive.file());
            throw new ArchiveException(
                    folder, ArchiveException.Problem.CHANGED, "something in it changed while it was archived", null);
        }
        return archive;
    }

    /** To look at everything takes its time; under the locks it is enough to look where this program writes. */
    private boolean removeIfUnchanged(SessionName name, Path folder, FolderState before) {
        FolderState top = state(() -> FolderState.topOf(folder), folder);
        return before.sameAs(state(() -> FolderState.of(folder), folder))
                && new SessionFolders(home, store.options().lockPatience())
                        .removeIf(name, () -> top.sameAs(FolderState.topOf(folder)));
    }

    /**
     * Archives a session and leaves it as it is.
     *
     * @throws io.github.claudebridge.session.SessionNotFoundException when there is no such session
     */
    public VerifiedArchive backUp(SessionName name, ArchiveOptions options) {
        return new Archiver(store).archive(store.get(name), options);
    }

    /** Reads an archive to its end and checks every byte of it. */
    public VerifiedArchive verify(Path archive, ArchiveLimits limits, ArchiveMonitor monitor) {
        try {
            Path spool = new Staging(home.archives()).begin();
            try {
                return new ArchiveScan(archive, EntrySink.NOTHING, spool).run(limits, monitor);
            } finally {
                Trees.delete(spool);
            }
        } catch (IOException e) {
            throw new StorageException(home.archives(), e);
        }
    }

    /** Reads what an archive says about itself, without checking the rest of it. */
    public ArchiveManifest inspect(Path archive) {
        return new Inspector(archive).manifest();
    }

    /**
     * Makes a session of an archive, which stays. The archive is checked to its end before the session appears. It asks
     * before everything, is not trusted, works in its own folder, and is suspended. Its files are not flushed to the disk
     * one by one: a power cut right after may damage them, so keep the archive until you have looked at the session.
     *
     * @throws io.github.claudebridge.session.SessionExistsException when the name is taken
     */
    public RestoredSession restore(Path archive, RestoreOptions options) {
        return new Restorer(store).restore(archive, options);
    }

    /** All archives in the home's folder, newest first; files with other names are left out. */
    public List<ArchiveListing> list() {
        List<ArchiveListing> listings = new ArrayList<>();
        for (ArchiveName name : names()) {
            listings.add(listing(name));
        }
        return listings;
    }

    /**
     * Deletes the archives that are older than this.
     *
     * @return what was deleted
     */
    public List<Path> prune(Duration age) {
        Instant limit = store.options().clock().instant().minus(age);
        List<Path> pruned = new ArrayList<>();
        for (ArchiveName name : names()) {
            if (name.at().isBefore(limit)) {
                Path file = home.archives().resolve(name.file());
                delete(file);
                pruned.add(file);
            }
        }
        return pruned;
    }

    private List<ArchiveName> names() {
        try {
            return Folders.names(home.archives()).stream()
                    .flatMap(file -> ArchiveName.parse(file).stream())
                    .sorted(Comparator.comparing(ArchiveName::at).reversed().thenComparing(ArchiveName::file))
                    .toList();
        } catch (IOException e) {
            throw new StorageException(home.archives(), e);
        }
    }

    private ArchiveListing listing(ArchiveName name) {
        Path file = home.archives().resolve(name.file());
        try {
            return new ArchiveListing.Intact(file, name.session(), name.at(), Files.size(file), inspect(file));
        } catch (SessionException e) {
            return new ArchiveListing.Damaged(file, name.session(), name.at(), e.problem());
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    private static FolderState state(HomeLocks.Work<FolderState, IOException> look, Path folder) {
        try {
            return look.run();
        } catch (IOException e) {
            throw new StorageException(folder, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }
}
