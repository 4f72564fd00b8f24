package io.github.claudebridge.session;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session's own files cannot be understood. Other sessions are not affected. */
public final class DamagedSessionException extends SessionException {

    private final SessionName name;
    private final String reason;
    private final @Nullable Path lastGoodCopy;

    DamagedSessionException(SessionName name, String reason, @Nullable Path lastGoodCopy, @Nullable Throwable cause) {
        super(
                "The session \"" + name + "\" is damaged: " + reason + ".",
                lastGoodCopy == null
                        ? "Correct the file by hand, or repair the session."
                        : "Correct the file by hand, or repair the session: its last good copy is kept.",
                cause);
        this.name = name;
        this.reason = reason;
        this.lastGoodCopy = lastGoodCopy;
    }

    /** The damaged session. */
    public SessionName name() {
        return name;
    }

    /** The file and the field that are wrong, and how. */
    public String reason() {
        return reason;
    }

    /** The metadata as this program last wrote it, where such a copy exists and can be read. */
    public Optional<Path> lastGoodCopy() {
        return Optional.ofNullable(lastGoodCopy);
    }
}
