package io.github.claudebridge.session.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes what is missing of a home. Thread-safe; several processes may do it at once. */
public final class HomeSetup {

    private static final String DEFAULT_PERSONA = "default";
    private static final List<String> LIBRARY = List.of(DEFAULT_PERSONA, "brainstorm", "planner", "research");

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private HomeSetup() {}

    /** Makes the folders. A home that was not there before is its owner's alone. */
    public static Home folders(Path root) throws IOException {
        if (!Files.exists(root)) {
            Files.createDirectories(Folders.of(root));
            makeForOwner(root);
        }
        Home home = new Home(root.toRealPath());
        Files.createDirectories(home.sessions());
        Files.createDirectories(home.archives());
        Stream<Path> ofSessions = home.belongings("any").stream().map(Folders::of);
        for (Path folder :
                Stream.concat(Stream.of(home.state(), home.locks()), ofSessions).toList()) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
        return home;
    }

    private static void makeForOwner(Path root) throws IOException {
        try {
            Files.createDirectory(root, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(root)) {
                throw e;
            }
        }
    }

    /**
     * Copies the library of personas when there is none, and the default persona when it is missing; the caller holds
     * the home's lock.
     */
    public static Path personas(Home home) throws IOException {
        Path folder = home.personas();
        boolean noLibrary = !Files.exists(folder);
        Files.createDirectories(folder);
        for (String name : noLibrary ? LIBRARY : List.of(DEFAULT_PERSONA)) {
            Path file = folder.resolve(name + ".json");
            if (!Files.exists(file)) {
                AtomicFiles.replace(file, builtIn(name));
            }
        }
        return folder;
    }

    private static byte[] builtIn(String name) throws IOException {
        String resource = "/io/github/claudebridge/session/personas/" + name + ".json";
        try (InputStream in = HomeSetup.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return in.readAllBytes();
        }
    }
}
