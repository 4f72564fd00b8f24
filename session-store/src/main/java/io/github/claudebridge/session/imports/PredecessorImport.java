package io.github.claudebridge.session.imports;

import io.github.claudebridge.session.InvalidPersonaException;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionExistsException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.AtomicFiles;
import io.github.claudebridge.session.internal.Folders;
import io.github.claudebridge.session.internal.Home;
import io.github.claudebridge.session.internal.SafeCopy;
import io.github.claudebridge.session.internal.SessionFolders;
import io.github.claudebridge.session.internal.SetAside;
import io.github.claudebridge.session.persona.PersonaFile;
import io.github.claudebridge.session.persona.PersonaLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Finds and copies the sessions of the Python bridge that came before. Thread-safe. */
public final class PredecessorImport {

    private final SessionStore store;

    /** Imports into this home. */
    public PredecessorImport(SessionStore store) {
        this.store = store;
    }

    /**
     * The sessions below a folder of the predecessor, sorted by name: each {@code sessions/<name>} with metadata. Folders
     * whose name cannot be a session's name are left out.
     *
     * @param root the folder that contains {@code sessions}
     */
    public List<FoundSession> find(Path root) {
        Path sessions = root.resolve("sessions");
        if (!Files.isDirectory(sessions)) {
            return List.of();
        }
        try {
            return Folders.names(sessions).stream()
                    .filter(SessionName::isValid)
                    .sorted()
                    .map(name -> new FoundSession(SessionName.of(name), sessions.resolve(name)))
                    .filter(found -> Files.isDirectory(found.directory(), LinkOption.NOFOLLOW_LINKS))
                    .filter(found ->
                            Files.isRegularFile(found.directory().resolve("metadata.json"), LinkOption.NOFOLLOW_LINKS))
                    .toList();
        } catch (IOException e) {
            throw new StorageException(sessions, e);
        }
    }

    /**
     * Copies a session under a name. The original is only read; its process, if it runs, should be ended first.
     *
     * @throws SessionExistsException when the name is taken
     * @throws io.github.claudebridge.session.DamagedSessionException when its metadata cannot be understood
     */
    public ImportedSession take(FoundSession found, SessionName name) {
        if (store.find(name).isPresent()) {
            throw new SessionExistsException(name);
        }
        SessionFolders folders =
                new SessionFolders(new Home(store.home()), store.options().lockPatience());
        Path staged = folders.begin();
        try {
            List<String> leftOut = SafeCopy.copy(found.directory(), staged);
            List<String> setAside = SetAside.in(staged);
            boolean replaced = replacePersona(staged.resolve("persona.json"));
            Session session = store.adopt(
                    staged,
                    name,
                    edit -> edit.status(
                            edit.current().status() == SessionStatus.IDLE
                                    ? SessionStatus.IDLE
                                    : SessionStatus.SUSPENDED));
            return new ImportedSession(session, found.directory(), replaced, setAside, leftOut);
        } catch (IOException e) {
            throw new StorageException(found.directory(), e);
        } finally {
            folders.discard(staged);
        }
    }

    private boolean replacePersona(Path file) throws IOException {
        try {
            PersonaFile.read(file);
            return false;
        } catch (InvalidPersonaException | StorageException e) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(file, file.resolveSibling("persona.json.unusable"));
            }
            AtomicFiles.replace(file, store.personas().copyOf(PersonaLibrary.DEFAULT));
            return true;
        }
    }
}
