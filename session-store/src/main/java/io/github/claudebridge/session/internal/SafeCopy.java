package io.github.claudebridge.session.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Copies a folder without following links; links that lead out of it, and what is no file, are left out. */
public final class SafeCopy extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;
    private final List<String> leftOut = new ArrayList<>();

    private SafeCopy(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies the content of a folder into an existing empty one.
     *
     * @return the paths of what was left out
     */
    public static List<String> copy(Path from, Path to) throws IOException {
        SafeCopy copy = new SafeCopy(from, to);
        Files.walkFileTree(from, copy);
        return copy.leftOut;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(target(folder));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isRegularFile() || isKeptLink(file, attributes)) {
            Files.copy(file, target(file), LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
        } else {
            leftOut.add(from.relativize(file).toString());
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean isKeptLink(Path file, BasicFileAttributes attributes) throws IOException {
        return attributes.isSymbolicLink()
                && LinkTargets.staysInside(
                        from.relativize(file).getNameCount() - 1,
                        Files.readSymbolicLink(file).toString());
    }

    private Path target(Path path) {
        return to.resolve(from.relativize(path));
    }
}
