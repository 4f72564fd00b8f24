package io.github.claudebridge.session.persona;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.UnknownPersonaException;
import io.github.claudebridge.session.internal.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** The personas of a home, one JSON file each, read when asked for. Thread-safe. */
public final class PersonaLibrary {

    /** The persona that is used when none is named. */
    public static final String DEFAULT = "default";

    private static final String SUFFIX = ".json";

    private final Path folder;

    /** Uses the files in this folder. */
    public PersonaLibrary(Path folder) {
        this.folder = folder;
    }

    /** The names of the files, sorted; a file that is named wrongly is left out, one with wrong content is not. */
    public List<String> names() {
        try {
            return Folders.names(folder).stream()
                    .filter(fileName -> fileName.endsWith(SUFFIX))
                    .map(fileName -> fileName.substring(0, fileName.length() - SUFFIX.length()))
                    .filter(SessionName::isValid)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StorageException(folder, e);
        }
    }

    /**
     * Reads one persona.
     *
     * @throws UnknownPersonaException when there is no such file
     * @throws io.github.claudebridge.session.InvalidPersonaException when the file breaks the format
     */
    public Persona get(String name) {
        return PersonaFile.read(file(name));
    }

    /**
     * The checked file of a persona, byte for byte, to be copied into a session.
     *
     * @throws UnknownPersonaException when there is no such file
     * @throws io.github.claudebridge.session.InvalidPersonaException when the file breaks the format
     */
    public byte[] copyOf(String name) {
        Path file = file(name);
        byte[] content = PersonaFile.bytes(file);
        PersonaFile.parse(file, content);
        return content;
    }

    private Path file(String name) {
        if (SessionName.isValid(name)) {
            Path file = folder.resolve(name + SUFFIX);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return file;
            }
        }
        throw new UnknownPersonaException(name, names());
    }
}
