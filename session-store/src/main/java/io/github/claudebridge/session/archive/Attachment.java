package io.github.claudebridge.session.archive;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Something outside of a session's folder that travels in its archive. Immutable and thread-safe.
 *
 * @param name its name in the archive: letters, digits, dot, hyphen and underscore, not beginning with a dot
 * @param source the file or folder
 * @param restoreTo what the caller wants to be told when it is restored, so that it knows where it belongs
 */
public record Attachment(String name, Path source, String restoreTo) {

    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

    /** Checks the name. */
    public Attachment {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("An attachment's name matches " + NAME + ", not " + name);
        }
    }
}
