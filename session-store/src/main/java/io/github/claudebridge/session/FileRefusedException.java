package io.github.claudebridge.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file was asked for that a folder does not have, or does not give away. */
public final class FileRefusedException extends SessionException {

    /** Why it was refused. */
    public enum Problem {
        /** The path is absolute, has a step up, or is no path at all. */
        OUTSIDE("is not a path below it"),
        /** Nothing is there. */
        MISSING("does not exist"),
        /** The file, or a folder on the way to it, is a link. */
        LINK("is a link, or is reached through one"),
        /** A folder, a pipe, a socket or a device. */
        NOT_A_FILE("is not a regular file");

        private final String words;

        Problem(String words) {
            this.words = words;
        }
    }

    private final Path folder;
    private final String path;
    private final Problem kind;

    /**
     * Names the file.
     *
     * @param folder the folder it was looked for in
     * @param path its path below that folder, as it was asked for
     */
    public FileRefusedException(Path folder, String path, Problem kind, @Nullable Throwable cause) {
        super(
                "A file of " + folder + " is not given away: " + path + " " + kind.words + ".",
                "Name a regular file in that folder, or copy it there.",
                cause);
        this.folder = folder;
        this.path = path;
        this.kind = kind;
    }

    /** The folder it was looked for in. */
    public Path folder() {
        return folder;
    }

    /** Its path below that folder, as it was asked for. */
    public String path() {
        return path;
    }

    /** Why it was refused. */
    public Problem kind() {
        return kind;
    }
}
