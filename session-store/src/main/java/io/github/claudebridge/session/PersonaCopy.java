package io.github.claudebridge.session;

import io.github.claudebridge.session.internal.Folders;
import io.github.claudebridge.session.internal.PreparedFile;
import io.github.claudebridge.session.internal.Staging;
import io.github.claudebridge.session.internal.Trees;
import java.io.IOException;
import java.nio.file.Path;

/** Replaces the persona of a session. */
final class PersonaCopy {

    private PersonaCopy() {}

    /** The copy is prepared outside of the session's folder, where nobody else can put a link in the way. */
    static void write(Path folder, byte[] persona) {
        Path file = folder.resolve(Session.PERSONA_FILE);
        try {
            Path staged = new Staging(Folders.of(folder)).begin();
            try (PreparedFile next = PreparedFile.write(staged.resolve(Session.PERSONA_FILE), persona)) {
                next.permittedLike(file);
                next.publish(file);
            } finally {
                Trees.delete(staged);
            }
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }
}
