package io.github.claudebridge.session;

import io.github.claudebridge.session.internal.AtomicFiles;
import io.github.claudebridge.session.internal.ChatFolders;
import io.github.claudebridge.session.internal.Home;
import io.github.claudebridge.session.internal.HomeLocks;
import io.github.claudebridge.session.internal.HomeSetup;
import io.github.claudebridge.session.internal.Json;
import io.github.claudebridge.session.internal.SessionFolders;
import io.github.claudebridge.session.persona.PersonaLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of one home. Reads from disk on demand and caches nothing; writes are atomic and durable, and
 * serialised between threads and processes. Thread-safe, and several stores on one home get along.
 *
 * <p>Every method may throw {@link StorageException}, and every writing one {@link SessionBusyException}.
 */
public final class SessionStore {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);

    private final Home home;
    private final StoreOptions options;
    private final HomeLocks locks;
    private final SessionFolders folders;

    private SessionStore(Home home, StoreOptions options) {
        this.home = home;
        this.options = options;
        this.locks = new HomeLocks(home.locks(), options.lockPatience());
        this.folders = new SessionFolders(home, options.lockPatience());
    }

    /** Opens the home with the default options. */
    public static SessionStore open(Path home) {
        return open(home, StoreOptions.defaults());
    }

    /**
     * Opens the home: makes what is missing of it (folders, the library of personas) and removes what a crash has left
     * behind.
     *
     * @param directory the home, for example {@code ~/claude-bridge}
     */
    public static SessionStore open(Path directory, StoreOptions options) {
        try {
            Home home = HomeSetup.folders(directory.toAbsolutePath().normalize());
            SessionStore store = new SessionStore(home, options);
            store.locks.inHome(() -> HomeSetup.personas(home));
            store.folders.sweep();
            return store;
        } catch (IOException e) {
            throw new StorageException(directory, e);
        }
    }

    /** The home, as an absolute path without links. */
    public Path home() {
        return home.root();
    }

    /** The library of personas. */
    public PersonaLibrary personas() {
        return new PersonaLibrary(home.personas());
    }

    /** The rights of the sessions. */
    public GrantStore grants() {
        return new GrantStore(home, locks, new WorkspaceRoots(options.roots(), home.root()));
    }

    /** What the sessions may do again without being asked. */
    public RuleStore rules() {
        return new RuleStore(home, locks);
    }

    /** How this store works. */
    public StoreOptions options() {
        return options;
    }

    /**
     * Creates an idle session with its own copy of a persona of the library. Its folder is made here, so it is trusted.
     *
     * @throws SessionExistsException when the name is taken
     * @throws UnknownPersonaException when the library has no such persona
     * @throws InvalidPersonaException when that persona is not valid
     */
    public Session create(SessionName name, String persona) {
        return create(name, persona, OptionalLong.empty());
    }

    /**
     * The same for somebody.
     *
     * @param owner the id of the user it belongs to from its first moment on; empty for nobody
     */
    public Session create(SessionName name, String persona, OptionalLong owner) {
        byte[] personaCopy = personas().copyOf(persona);
        byte[] metadata =
                Json.pretty(MetadataCodec.fresh(name, persona, options.clock().instant()));
        Path staged = folders.begin();
        try {
            fill(staged, metadata, personaCopy);
            folders.publish(
                    staged,
                    name,
                    Optional.of(
                            GrantsFile.bytes(Grants.least().withTrusted(true).withOwner(owner))));
            return new Session(home, name);
        } catch (IOException e) {
            throw new StorageException(staged, e);
        } finally {
            folders.discard(staged);
        }
    }

    /**
     * Takes over a folder that was prepared elsewhere in this home, for example unpacked, as a session: it is moved to
     * its place, asks before everything, and is not trusted.
     *
     * @param folder contains metadata, and lies on the same file system as the home
     * @param edit changes to the metadata found
     * @throws SessionExistsException when the name is taken; the folder stays where it is
     * @throws DamagedSessionException when the metadata cannot be understood
     */
    public Session adopt(Path folder, SessionName name, Consumer<MetadataEdit> edit) {
        MetadataFile.staged(folder, name)
                .update(found ->
                        edit.accept(found.name(name).noProcess().grantsMirror(null, PermissionMode.ASK.word())));
        try {
            ChatFolders.make(folder);
        } catch (IOException e) {
            throw new StorageException(folder, e);
        }
        folders.publish(folder, name, Optional.empty());
        return new Session(home, name);
    }

    private static void fill(Path folder, byte[] metadata, byte[] persona) throws IOException {
        AtomicFiles.replace(folder.resolve(MetadataFile.NAME), metadata);
        AtomicFiles.replace(folder.resolve(Session.PERSONA_FILE), persona);
        ChatFolders.make(folder);
    }

    /** Finds a session by its name, whether damaged or not. */
    public Optional<Session> find(SessionName name) {
        return Files.isDirectory(home.session(name.value()), LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new Session(home, name))
                : Optional.empty();
    }

    /** Finds a session that must be there. */
    public Session get(SessionName name) {
        return find(name).orElseThrow(() -> new SessionNotFoundException(name));
    }

    /** All sessions, newest activity first; folders whose name is not a session's name are left out. */
    public List<SessionEntry> list() {
        return new SessionList(home).read();
    }

    /**
     * Changes the metadata of a session. Only the fields that the edit sets are touched, in the file as it is found;
     * the edit may be run again when somebody saves the file meanwhile, so it must have no other effect. It runs under the
     * lock of the session, so it must not call this store or write to a log.
     *
     * @return the metadata afterwards
     * @throws SessionNotFoundException when there is no such session
     * @throws DamagedSessionException when its metadata cannot be understood; nothing is changed then
     */
    public Metadata update(SessionName name, Consumer<MetadataEdit> edit) {
        return locks.inSession(name.value(), () -> new MetadataFile(home, name).update(edit));
    }

    /**
     * Gives a session its own copy of another persona of the library, in place of the one it had. A model that was chosen for the session
     * still wins over the persona's.
     *
     * @return the metadata afterwards
     * @throws SessionNotFoundException when there is no such session
     * @throws UnknownPersonaException when the library has no such persona
     * @throws InvalidPersonaException when that persona is not valid
     */
    public Metadata changePersona(SessionName name, String persona) {
        byte[] copy = personas().copyOf(persona);
        Session session = get(name);
        return locks.inSession(name.value(), () -> {
            PersonaCopy.write(session.directory(), copy);
            return new MetadataFile(home, name).update(edit -> edit.persona(persona));
        });
    }

    /**
     * Writes usable metadata for a damaged session: its last good copy, or else new metadata. Damaged rights become the
     * least ones. A session that is not damaged is left as it is.
     *
     * @return the metadata afterwards
     * @throws SessionNotFoundException when there is no such session
     */
    public Metadata repair(SessionName name) {
        get(name);
        MetadataFile file = new MetadataFile(home, name);
        return locks.inSession(name.value(), () -> {
            new GrantsFile(home, name).repair();
            return file.repair(options.clock().instant());
        });
    }

    /**
     * Gives a session another name. Its folder moves, so the caller has ended its process; Claude looks for its own
     * history under the path of the folder and must be told about the move.
     *
     * @throws SessionNotFoundException when there is no such session
     * @throws SessionExistsException when the other name is taken
     */
    public Session rename(SessionName from, SessionName to) {
        folders.rename(from, to);
        try {
            update(to, edit -> edit.name(to));
        } catch (DamagedSessionException e) {
            // The name of the folder counts; the one in the file is for readers, and is set by a repair.
            LOG.info("The metadata of {} is damaged and keeps the name {}", to, from);
        }
        return new Session(home, to);
    }

    /**
     * Deletes a session with everything in its folder; the caller has ended its process.
     *
     * @throws SessionNotFoundException when there is no such session
     */
    public void delete(SessionName name) {
        folders.remove(name);
    }
}
