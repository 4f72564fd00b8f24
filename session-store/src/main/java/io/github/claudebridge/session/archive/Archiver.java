package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.Grants;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.AtomicFiles;
import io.github.claudebridge.session.internal.Home;
import io.github.claudebridge.session.internal.HomeLocks;
import io.github.claudebridge.session.internal.Staging;
import io.github.claudebridge.session.internal.Trees;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes an archive of a session: write aside, read back and check, move into place. */
final class Archiver {

    private final SessionStore store;
    private final Home home;
    private final HomeLocks locks;
    private final Staging staging;

    Archiver(SessionStore store) {
        this.store = store;
        this.home = new Home(store.home());
        this.locks = new HomeLocks(home.locks(), store.options().lockPatience());
        this.staging = new Staging(home.archives());
    }

    VerifiedArchive archive(Session session, ArchiveOptions options) {
        Instant now = store.options().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            Path staged = staging.begin();
            try {
                Path part = staged.resolve("archive.part");
                ArchiveName name = ArchiveName.of(session.name(), now, 1, options.compression());
                write(session, options, name, part, staged.resolve("sums"));
                VerifiedArchive verified =
                        new ArchiveScan(part, EntrySink.NOTHING, staged).run(ArchiveLimits.none(), options.monitor());
                Path file = publish(part, name);
                return new VerifiedArchive(
                        file, verified.manifest(), verified.entries(), verified.bytes(), verified.leftOut());
            } finally {
                Trees.delete(staged);
            }
        } catch (IOException e) {
            throw new StorageException(home.archives(), e);
        }
    }

    private void write(Session session, ArchiveOptions options, ArchiveName name, Path part, Path sums)
            throws IOException {
        Metadata metadata = session.metadata();
        Grants grants = store.grants().of(session.name());
        Optional<Path> workspace = options.includeWorkspace() ? grants.directory() : Optional.empty();
        ArchiveManifest manifest = new ArchiveManifest(
                session.name().value(),
                name.at(),
                metadata.lastActivityAt(),
                metadata.turns(),
                Optional.ofNullable(metadata.claudeSessionId()),
                grants.directory().map(Path::toString),
                workspace.isPresent(),
                options.attachments().stream()
                        .map(attachment -> new ArchivedAttachment(attachment.name(), attachment.restoreTo()))
                        .toList());
        Progress progress = new Progress(options.monitor(), total(session, workspace, options));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 17);
                OutputStream packed = options.compression().compress(out, options.level(), options.threads());
                Spool lines = new Spool(sums);
                TarWriter tar = new TarWriter(packed, name.stem(), lines, progress)) {
            tar.bytes(ManifestCodec.NAME, ManifestCodec.encode(manifest), name.at());
            FolderScan.visit("session", session.directory(), tar);
            if (workspace.isPresent()) {
                FolderScan.visit("workspace", workspace.get(), tar);
            }
            for (Attachment attachment : options.attachments()) {
                FolderScan.visit(
                        "attachments/" + attachment.name(), attachment.source().toRealPath(), tar);
            }
            tar.finish(name.at());
        }
        AtomicFiles.syncFile(part);
        progress.report();
    }

    private static long total(Session session, Optional<Path> workspace, ArchiveOptions options) throws IOException {
        long total = FolderState.of(session.directory()).bytes();
        if (workspace.isPresent()) {
            total += FolderState.of(workspace.get()).bytes();
        }
        for (Attachment attachment : options.attachments()) {
            total += FolderState.of(attachment.source().toRealPath()).bytes();
        }
        return total;
    }

    private Path publish(Path part, ArchiveName name) throws IOException {
        return locks.inHome(() -> {
            ArchiveName free = name;
            for (int i = 2; Files.exists(home.archives().resolve(free.file()), LinkOption.NOFOLLOW_LINKS); i++) {
                free = ArchiveName.of(name.session(), name.at(), i, name.compression());
            }
            Path place = home.archives().resolve(free.file());
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            AtomicFiles.syncFolder(home.archives());
            return place;
        });
    }
}
