package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.ArchiveException.Problem;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.FileNames;
import io.github.claudebridge.session.internal.Folders;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks into a folder of its own. Links are made when all files are there, so that no file is written through one. Not
 * thread-safe.
 */
final class RestoreSink implements EntrySink {

    private static final long WORTH_A_LOOK = 1 << 20;

    private record Link(Path place, String target) {}

    private final Path archive;
    private final Path folder;
    private final List<Link> links = new ArrayList<>();
    private Path file;
    private @Nullable OutputStream out;

    RestoreSink(Path archive, Path folder) {
        this.archive = archive;
        this.folder = folder;
        this.file = folder;
    }

    @Override
    public void folder(EntryPath path, int mode) {
        Path place = path.in(folder);
        storing(place, () -> {
            Files.createDirectories(place);
            Files.setPosixFilePermissions(place, permissions(mode | 0700));
        });
    }

    @Override
    public void beginFile(EntryPath path, long size) {
        file = path.in(folder);
        storing(file, () -> {
            if (size > WORTH_A_LOOK && Files.getFileStore(folder).getUsableSpace() < size) {
                throw new ArchiveException(archive, Problem.NO_SPACE, "there is no room for " + path.below(), null);
            }
            Files.createDirectories(file.resolveSibling(""));
            out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS);
        });
    }

    @Override
    public void write(byte[] buffer, int length) {
        storing(file, () -> {
            if (out != null) {
                out.write(buffer, 0, length);
            }
        });
    }

    @Override
    public void endFile(int mode, Instant modifiedAt) {
        storing(file, () -> {
            close();
            Files.setPosixFilePermissions(file, permissions(mode | 0600));
            Files.setLastModifiedTime(file, FileTime.from(modifiedAt));
        });
    }

    @Override
    public void link(EntryPath path, String target) {
        links.add(new Link(path.in(folder), target));
    }

    /** Makes the links; the archive has been read to its end, and checked. */
    void makeLinks() {
        for (Link link : links) {
            storing(link.place(), () -> {
                requireRealFolders(Folders.of(link.place()));
                Files.createDirectories(Folders.of(link.place()));
                Files.createSymbolicLink(link.place(), FileNames.relative(link.target()));
            });
        }
    }

    /** On a file system that takes two names for one, a link that was made before may lie on the way. */
    private void requireRealFolders(Path parent) {
        for (Path step = parent; !step.equals(folder); step = Folders.of(step)) {
            if (Files.isSymbolicLink(step)) {
                throw new ArchiveException(
                        archive,
                        Problem.UNSAFE_ENTRY,
                        folder.relativize(step) + " is a link on the way to another",
                        null);
            }
        }
    }

    /** Closes a file that was not read to its end. */
    void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < all.length; i++) {
            if ((mode >> (all.length - 1 - i) & 1) == 1) {
                permissions.add(all[i]);
            }
        }
        return permissions;
    }

    private interface Work {
        void run() throws IOException;
    }

    private void storing(Path place, Work work) {
        try {
            work.run();
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException(
                    archive, Problem.DUPLICATE_ENTRY, folder.relativize(place) + " is in it more than once", e);
        } catch (IOException e) {
            throw new StorageException(place, e);
        }
    }
}
