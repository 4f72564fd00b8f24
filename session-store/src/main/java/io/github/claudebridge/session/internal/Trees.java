package io.github.claudebridge.session.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whole folders. Links are entries like any other; they are never followed. Thread-safe. */
public final class Trees {

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private Trees() {}

    /** Deletes the folder and all in it, read-only folders too; what is already gone is no error. */
    public static void delete(Path root) throws IOException {
        Files.walkFileTree(root, new Deleter());
    }

    /**
     * Moves a file or folder to a free place, which may lie on another file system: it appears there in one step.
     */
    public static void move(Path from, Path to) throws IOException {
        Files.createDirectories(Folders.of(to));
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Path beside = AtomicFiles.temporaryOf(to);
            delete(beside);
            Files.walkFileTree(from, new Copier(from, beside));
            Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
            delete(from);
        }
    }

    /** Says whether two files, or two folders with all in them, have the same content. */
    public static boolean same(Path one, Path other) throws IOException {
        if (Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)) {
            return Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(one, other) < 0;
        }
        if (!Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)
                || !Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                || !Set.copyOf(Folders.names(one)).equals(Set.copyOf(Folders.names(other)))) {
            return false;
        }
        for (String name : Folders.names(one)) {
            if (!same(one.resolve(name), other.resolve(name))) {
                return false;
            }
        }
        return true;
    }

    private static final class Copier extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        private Copier(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectory(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path place = file.equals(from) ? to : to.resolve(from.relativize(file));
            Files.copy(file, place, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
            if (failure instanceof AccessDeniedException && unlock(path)) {
                Files.walkFileTree(path, this);
                return FileVisitResult.CONTINUE;
            }
            return goneAlready(failure);
        }

        /** A folder gives away what is in it only where it is readable, and lets it go only where it is writable. */
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            try {
                unlock(folder);
                return FileVisitResult.CONTINUE;
            } catch (IOException failure) {
                return goneAlready(failure);
            }
        }

        /** Somebody else may be deleting the same. */
        private static FileVisitResult goneAlready(IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        /** Gives the owner of a folder all rights; says whether that changed anything. */
        private static boolean unlock(Path folder) throws IOException {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
            boolean added = permissions.addAll(OWNER);
            if (added) {
                Files.setPosixFilePermissions(folder, permissions);
            }
            return added;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                return goneAlready(failure);
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
