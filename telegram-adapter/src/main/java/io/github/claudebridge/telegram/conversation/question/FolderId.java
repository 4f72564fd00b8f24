package io.github.claudebridge.telegram.conversation.question;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A folder itself rather than its name, which another folder may have later.
 *
 * @param identity as the file system knows it
 */
record FolderId(Path path, Object identity) {

    /** The folder that is there now; empty if that cannot be told. */
    static Optional<FolderId> of(Path folder) {
        try {
            return Optional.ofNullable(
                            Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                                    .fileKey())
                    .map(identity -> new FolderId(folder, identity));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
