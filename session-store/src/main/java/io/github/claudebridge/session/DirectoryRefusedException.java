package io.github.claudebridge.session;

import java.nio.file.Path;

/** A session may not work in this directory. */
public final class DirectoryRefusedException extends SessionException {

    private final Path directory;
    private final String reason;

    DirectoryRefusedException(Path directory, String reason) {
        super(
                "A session cannot work in " + directory + ": it " + reason + ".",
                "Choose an existing directory below one of the configured roots.",
                null);
        this.directory = directory;
        this.reason = reason;
    }

    /** The directory as it was asked for. */
    public Path directory() {
        return directory;
    }

    /** Why not; continues a sentence that begins with "it". */
    public String reason() {
        return reason;
    }
}
