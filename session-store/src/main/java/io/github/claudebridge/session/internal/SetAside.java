package io.github.claudebridge.session.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Moves what would take effect by itself in a folder, such as hooks and servers of a project, out of the way. */
public final class SetAside extends SimpleFileVisitor<Path> {

    private static final String FOLDER = "set-aside";

    private final Path root;
    private final Path place;
    private final List<String> moved = new ArrayList<>();

    private SetAside(Path root, Path place) {
        this.root = root;
        this.place = place;
    }

    /**
     * Moves the settings of Claude Code and of MCP, in whatever folder below, to the folder {@code set-aside}.
     *
     * @return their paths below the root
     */
    public static List<String> in(Path root) throws IOException {
        Path place = root.resolve(FOLDER);
        for (int i = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS); i++) {
            place = root.resolve(FOLDER + "-" + i);
        }
        SetAside visitor = new SetAside(root, place);
        Files.walkFileTree(root, visitor);
        return visitor.moved;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return folder.equals(place) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (takesEffect(file, attributes)) {
            Path relative = root.relativize(file);
            Path target = place.resolve(relative);
            Files.createDirectories(target.resolveSibling(""));
            Files.move(file, target);
            moved.add(relative.toString());
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean takesEffect(Path file, BasicFileAttributes attributes) {
        String name = lower(file);
        String folder = lower(file.resolveSibling(""));
        boolean settings = name.startsWith("settings") && name.endsWith(".json") && folder.equals(".claude");
        boolean linkedFolder = attributes.isSymbolicLink() && name.equals(".claude");
        return settings || linkedFolder || name.equals(".mcp.json");
    }

    private static String lower(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    }
}
