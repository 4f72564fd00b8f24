package io.github.claudebridge.session.imports;

import io.github.claudebridge.session.Session;
import java.nio.file.Path;
import java.util.List;

/**
 * A session that was taken over. Immutable and thread-safe.
 *
 * @param session the session; it asks before everything and is not trusted. The id of Claude's session is not known
 * @param original where it came from, which is untouched; Claude keeps its history under the path of this folder
 * @param personaReplaced whether its own persona could not be used, so that it has the default one
 * @param setAside settings of the project that would have taken effect by themselves; they lie in {@code set-aside}
 * @param leftOut what was not copied: links that lead out of the folder, and what is no file
 */
public record ImportedSession(
        Session session, Path original, boolean personaReplaced, List<String> setAside, List<String> leftOut) {
    /** Copies the lists. */
    public ImportedSession {
        setAside = List.copyOf(setAside);
        leftOut = List.copyOf(leftOut);
    }
}
