package io.github.claudebridge.session.files;

import io.github.claudebridge.session.FileRefusedException;
import io.github.claudebridge.session.FileRefusedException.Problem;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.FileNames;
import io.github.claudebridge.session.internal.OpenFolder;
import io.github.claudebridge.session.internal.OpenFolder.Kind;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens files of a folder that somebody else writes, for sending. Only regular files are given away, and no link is
 * followed at any step of the way, not even one that is put there while the file is being opened. Thread-safe.
 */
public final class FolderFiles {

    private final Path folder;

    private FolderFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The files of this folder and of the folders in it.
     *
     * @param folder absolute path of a session's folder, or of the directory that it works in; must not be a link
     */
    public static FolderFiles of(Path folder) {
        return new FolderFiles(folder);
    }

    /**
     * Opens a file, which then stays the same file whatever becomes of its name. The caller closes it.
     *
     * @param path its path below the folder, with slashes, for example {@code outbox/plan.pdf}
     * @throws FileRefusedException when it is not a regular file in the folder, or is reached through a link
     * @throws StorageException when it cannot be read
     */
    public OutgoingFile open(String path) {
        List<String> names = List.of(path.split("/", -1));
        if (names.stream().anyMatch(FolderFiles::isNoName)) {
            throw refused(path, Problem.OUTSIDE, null);
        }
        try {
            return open(path, names);
        } catch (NoSuchFileException e) {
            throw refused(path, Problem.MISSING, e);
        } catch (IOException e) {
            if (isLink(e)) {
                throw refused(path, Problem.LINK, e);
            }
            throw new StorageException(folder, e);
        }
    }

    /** A link that came into the way after it was looked at; folders and files tell of it in different words. */
    private static boolean isLink(IOException e) {
        String reason = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
        return reason != null && (reason.contains("symbolic link") || reason.contains("NOFOLLOW_LINKS"));
    }

    private OutgoingFile open(String path, List<String> names) throws IOException {
        OpenFolder current = OpenFolder.at(folder);
        try {
            for (String name : names.subList(0, names.size() - 1)) {
                Path step = FileNames.relative(name);
                require(current, step, Kind.FOLDER, path);
                OpenFolder next = current.enter(step);
                current.close();
                current = next;
            }
            String last = names.get(names.size() - 1);
            Path step = FileNames.relative(last);
            require(current, step, Kind.FILE, path);
            return OutgoingFile.of(last, current.read(step));
        } finally {
            current.close();
        }
    }

    private void require(OpenFolder current, Path step, Kind expected, String path) throws IOException {
        Kind kind = current.kind(step);
        if (kind != expected) {
            throw refused(path, kind == Kind.LINK ? Problem.LINK : Problem.NOT_A_FILE, null);
        }
    }

    private FileRefusedException refused(String path, Problem kind, @Nullable IOException cause) {
        return new FileRefusedException(folder, path, kind, cause);
    }

    private static boolean isNoName(String name) {
        return name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('\0') >= 0;
    }
}
