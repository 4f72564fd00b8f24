package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.Folders;
import io.github.claudebridge.session.internal.Home;
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
     * before anything is removed. Nobody may be at work in the folder: the caller has ended the session's process, and what is
     * written into it in the very moment of its removal, after the last look at it, is lost. The sources of attachments stay.
     *
     * @throws io.github.claudebridge.session.SessionNotFoundException when there is no such session
     */
    public VerifiedArchive archive(SessionName name, ArchiveOptions options) {
        Session session = store.get(name);
        Path folder = session.directory();
        FolderState before = state(folder);
        VerifiedArchive archive = new Archiver(store).archive(session, options);
        boolean removed = new SessionFolders(home, store.options().lockPatience())
                .removeIf(name, () -> before.sameAs(FolderState.of(folder)));
        if (!removed) {
            delete(archive.file());
            throw new ArchiveException(
                    folder, ArchiveException.Problem.CHANGED, "something in it changed while it was archived", null);
        }
        return archive;
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

    private static FolderState state(Path folder) {
        try {
            return FolderState.of(folder);
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
