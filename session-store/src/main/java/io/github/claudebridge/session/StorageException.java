package io.github.claudebridge.session;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** The file system refused: full, read-only, forbidden, or broken. */
public final class StorageException extends SessionException {

    /** What the file system complained about. */
    public enum Kind {
        /** No space or no quota left. */
        FULL,
        /** Mounted read-only. */
        READ_ONLY,
        /** Missing permission. */
        FORBIDDEN,
        /** Anything else; see the cause. */
        OTHER
    }

    private final Path path;
    private final Kind kind;

    /** Wraps the error of the file system. */
    public StorageException(Path path, IOException cause) {
        this(placeOf(path, cause), kindOf(cause), cause);
    }

    private StorageException(Path path, Kind kind, IOException cause) {
        super("Could not read or write " + path + ": " + complaint(kind, cause) + ".", advice(kind), cause);
        this.path = path;
        this.kind = kind;
    }

    /** The file or folder that was worked on. */
    public Path path() {
        return path;
    }

    /** What the file system complained about. */
    public Kind kind() {
        return kind;
    }

    private static Path placeOf(Path path, IOException cause) {
        try {
            return cause instanceof FileSystemException named && named.getFile() != null
                    ? path.resolve(named.getFile())
                    : path;
        } catch (InvalidPathException e) {
            // In a locale without UTF-8 the name of the file is not shown as it is.
            return path;
        }
    }

    private static Kind kindOf(IOException cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("quota exceeded")) {
            return Kind.FULL;
        }
        if (text.contains("read-only file system")) {
            return Kind.READ_ONLY;
        }
        if (cause instanceof AccessDeniedException || text.contains("permission denied")) {
            return Kind.FORBIDDEN;
        }
        return Kind.OTHER;
    }

    private static String complaint(Kind kind, IOException cause) {
        return switch (kind) {
            case FULL -> "no space is left";
            case READ_ONLY -> "the file system is read-only";
            case FORBIDDEN -> "permission is missing";
            case OTHER -> String.valueOf(cause);
        };
    }

    private static String advice(Kind kind) {
        return switch (kind) {
            case FULL -> "Free some space and try again; nothing was changed.";
            case READ_ONLY -> "Mount it writable, or choose another home.";
            case FORBIDDEN -> "Check the owner and the permissions of the folder.";
            case OTHER -> "Check the disk and try again.";
        };
    }
}
