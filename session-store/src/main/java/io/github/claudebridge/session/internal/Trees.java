package io.github.claudebridge.session.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Whole folders. Links are entries like any other; they are never followed. Thread-safe. */
public final class Trees {

    private Trees() {}

    /** Deletes the folder and all in it; what is already gone is no error. */
    public static void delete(Path root) throws IOException {
        try {
            Files.walkFileTree(root, new Deleter());
        } catch (NoSuchFileException e) {
            if (Files.exists(root)) {
                throw e;
            }
        }
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
