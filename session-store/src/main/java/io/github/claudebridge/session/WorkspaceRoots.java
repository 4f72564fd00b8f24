package io.github.claudebridge.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Decides in which existing directories a session may work. */
final class WorkspaceRoots {

    private final List<Path> roots;
    private final Path home;

    WorkspaceRoots(List<Path> roots, Path home) {
        this.roots = roots;
        this.home = home;
    }

    /** The real path of a directory below one of the roots. */
    Path resolve(Path directory) {
        Path real = real(directory);
        if (!Files.isDirectory(real)) {
            throw new DirectoryRefusedException(directory, "is not a directory");
        }
        if (roots.stream().noneMatch(root -> liesBelow(real, root))) {
            throw new DirectoryRefusedException(directory, "is not below a configured root");
        }
        Path realHome = real(home);
        if (real.startsWith(realHome)) {
            throw new DirectoryRefusedException(directory, "belongs to claude-bridge itself");
        }
        if (realHome.startsWith(real)) {
            throw new DirectoryRefusedException(directory, "contains what belongs to claude-bridge itself");
        }
        return real;
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw new DirectoryRefusedException(directory, "does not exist or cannot be entered");
        }
    }

    private static boolean liesBelow(Path real, Path root) {
        try {
            return real.startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
