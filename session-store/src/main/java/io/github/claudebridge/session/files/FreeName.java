package io.github.claudebridge.session.files;

import io.github.claudebridge.session.internal.FileNames;
import io.github.claudebridge.session.internal.OpenFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;

/** Finds names that are not taken yet. */
final class FreeName {

    private FreeName() {}

    /** Makes an empty file under the name, or under the first numbered form of it that is free, and tells which. */
    static String reserve(OpenFolder folder, InboxName name) throws IOException {
        int number = 1;
        while (!isCreated(folder, name.numbered(number))) {
            number++;
        }
        return name.numbered(number);
    }

    private static boolean isCreated(OpenFolder folder, String name) throws IOException {
        try {
            folder.create(FileNames.relative(name));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }
}
