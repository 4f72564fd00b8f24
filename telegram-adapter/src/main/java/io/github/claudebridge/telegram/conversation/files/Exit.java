package io.github.claudebridge.telegram.conversation.files;

import io.github.claudebridge.session.files.FolderFiles;
import io.github.claudebridge.session.files.OutgoingFile;
import java.nio.file.Path;

/** Whether a file may leave a session. */
sealed interface Exit {

    /** It may, or may if somebody says so. */
    sealed interface Open extends Exit {

        /** A folder that is no link. */
        Path folder();

        /** The way from the folder to the file. */
        String path();

        /**
         * Opens it, if no link is on the way.
         *
         * @throws io.github.claudebridge.session.SessionException if it cannot be, or must not be opened
         */
        default OutgoingFile open() {
            return FolderFiles.of(folder()).open(path());
        }
    }

    /** It lies in the session's folder, or where the session works. */
    record Inside(Path folder, String path) implements Open {}

    /** It lies elsewhere. */
    record Outside(Path folder, String path) implements Open {
        Path whole() {
            return folder().resolve(path());
        }
    }

    /** It may not, whoever says so. */
    record Shut(String why) implements Exit {}
}
