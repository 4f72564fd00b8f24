package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.MetadataEdit;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionExistsException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.Folders;
import io.github.claudebridge.session.internal.Home;
import io.github.claudebridge.session.internal.SessionFolders;
import io.github.claudebridge.session.internal.SetAside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes a session of an archive: unpack aside, check, move into place. */
final class Restorer {

    private final SessionStore store;
    private final SessionFolders folders;

    Restorer(SessionStore store) {
        this.store = store;
        this.folders =
                new SessionFolders(new Home(store.home()), store.options().lockPatience());
    }

    RestoredSession restore(Path archive, RestoreOptions options) {
        SessionName name = options.as()
                .orElseGet(
                        () -> SessionName.of(new Inspector(archive).manifest().name()));
        if (store.find(name).isPresent()) {
            throw new SessionExistsException(name);
        }
        Path staged = folders.begin();
        try {
            Path unpacked = Files.createDirectory(staged.resolve("unpacked"));
            Path spool = Files.createDirectory(staged.resolve("spool"));
            VerifiedArchive verified = unpack(archive, unpacked, spool, options);
            return publish(name, verified, unpacked, options);
        } catch (IOException e) {
            throw new StorageException(staged, e);
        } finally {
            folders.discard(staged);
        }
    }

    private VerifiedArchive unpack(Path archive, Path unpacked, Path spool, RestoreOptions options) throws IOException {
        RestoreSink sink = new RestoreSink(archive, unpacked);
        try {
            VerifiedArchive verified =
                    new ArchiveScan(archive, sink, spool).run(limits(archive, options), options.monitor());
            sink.makeLinks();
            return verified;
        } finally {
            sink.close();
        }
    }

    /** An archive in the home's own folder was made of a session that had room here: the usual limits are not for it. */
    private ArchiveLimits limits(Path archive, RestoreOptions options) throws IOException {
        boolean own = Folders.of(archive.toRealPath())
                .equals(new Home(store.home()).archives().toRealPath());
        return own && options.limits().equals(ArchiveLimits.defaults()) ? ArchiveLimits.none() : options.limits();
    }

    private RestoredSession publish(SessionName name, VerifiedArchive verified, Path unpacked, RestoreOptions options)
            throws IOException {
        Path folder = unpacked.resolve("session");
        moveWorkspace(unpacked.resolve("workspace"), folder);
        List<String> setAside = SetAside.in(folder);
        Placing placing = new Placing(verified.file());
        try {
            Path future = new Home(store.home()).session(name.value());
            for (ArchivedAttachment attachment : verified.manifest().attachments()) {
                Path content = unpacked.resolve("attachments").resolve(attachment.name());
                Optional<Path> target = options.placement().place(attachment, future);
                placing.place(attachment, content, target);
            }
            Session session = store.adopt(folder, name, Restorer::asleep);
            return new RestoredSession(session, verified.manifest(), setAside, verified.leftOut(), placing.notPlaced());
        } catch (RuntimeException e) {
            placing.undo();
            throw e;
        }
    }

    private static void moveWorkspace(Path workspace, Path folder) throws IOException {
        if (Files.exists(workspace, LinkOption.NOFOLLOW_LINKS)) {
            Path place = folder.resolve("workspace");
            for (int i = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS); i++) {
                place = folder.resolve("workspace-" + i);
            }
            Files.move(workspace, place);
        }
    }

    private static void asleep(MetadataEdit edit) {
        Metadata found = edit.current();
        edit.status(found.status() == SessionStatus.IDLE ? SessionStatus.IDLE : SessionStatus.SUSPENDED);
    }
}
