package io.github.claudebridge.session.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Makes what is missing of a home. Thread-safe; several processes may do it at once. */
public final class HomeSetup {

    private static final String DEFAULT_PERSONA = "default";
    private static final List<String> LIBRARY = List.of(DEFAULT_PERSONA, "brainstorm", "planner", "research");

    private HomeSetup() {}

    /** Makes the folders. */
    public static void folders(Home home) throws IOException {
        Files.createDirectories(home.sessions());
        Files.createDirectories(home.archives());
        for (Path folder :
                List.of(home.state(), home.locks(), Folders.of(home.grants("any")), Folders.of(home.lastGood("any")))) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
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
