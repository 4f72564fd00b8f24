package io.github.claudebridge.session.internal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What lies directly in a folder. Thread-safe. */
public final class Folders {

    private Folders() {}

    /** The names of all entries, in no order. */
    public static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(Objects.toString(entry.getFileName()));
            }
        } catch (DirectoryIteratorException e) {
            throw new IOException(e);
        }
        return names;
    }

    /** The folder that an entry lies in. */
    public static Path of(Path entry) {
        return Objects.requireNonNull(
                entry.toAbsolutePath().getParent(), "the root of a file system lies in no folder");
    }
}
