package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.internal.FileNames;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Visits a file or a folder with all in it, without following links. */
final class FolderScan extends SimpleFileVisitor<Path> {

    /** Takes what is found; paths are relative to the archive's folder. */
    interface Visitor {
        void folder(String path, Path source, BasicFileAttributes attributes) throws IOException;

        void file(String path, Path source, BasicFileAttributes attributes) throws IOException;

        void link(String path, String target, BasicFileAttributes attributes) throws IOException;

        /** A pipe, a socket or a device. */
        void special(String path) throws IOException;
    }

    private final Path root;
    private final Visitor visitor;
    private final List<String> prefixes = new ArrayList<>();

    private FolderScan(String prefix, Path root, Visitor visitor) {
        this.root = root;
        this.visitor = visitor;
        prefixes.add(prefix);
    }

    /** Visits everything; the root gets the path given by the prefix. */
    static void visit(String prefix, Path root, Visitor visitor) throws IOException {
        Files.walkFileTree(root, new FolderScan(prefix, root, visitor));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        String path = pathOf(folder);
        prefixes.add(path);
        visitor.folder(path, folder, attributes);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
        prefixes.remove(prefixes.size() - 1);
        return super.postVisitDirectory(folder, failure);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String path = pathOf(file);
        if (attributes.isRegularFile()) {
            visitor.file(path, file, attributes);
        } else if (attributes.isSymbolicLink()) {
            visitor.link(path, target(file), attributes);
        } else {
            visitor.special(path);
        }
        return FileVisitResult.CONTINUE;
    }

    private String pathOf(Path path) {
        String prefix = prefixes.get(prefixes.size() - 1);
        return path.equals(root) ? prefix : prefix + "/" + name(path);
    }

    private String target(Path link) throws IOException {
        Path target = Files.readSymbolicLink(link);
        StringJoiner path = new StringJoiner("/", target.isAbsolute() ? "/" : "", "");
        for (Path part : target) {
            path.add(name(part));
        }
        return path.toString();
    }

    private String name(Path path) {
        return FileNames.of(path)
                .orElseThrow(() -> new ArchiveException(
                        root,
                        ArchiveException.Problem.UNSUPPORTED_NAME,
                        "the name of " + path + " is not valid UTF-8",
                        null));
    }
}
