package io.github.claudebridge.session;

import io.github.claudebridge.session.internal.Home;
import io.github.claudebridge.session.persona.Persona;
import io.github.claudebridge.session.persona.PersonaFile;
import java.nio.file.Path;

/**
 * One session: a name and its folder. Every call reads from disk, so that an edit by hand is seen at once. Thread-safe.
 */
public final class Session {

    static final String PERSONA_FILE = "persona.json";

    private final Home home;
    private final SessionName name;

    Session(Home home, SessionName name) {
        this.home = home;
        this.name = name;
    }

    /** Its name. */
    public SessionName name() {
        return name;
    }

    /** Its folder, as an absolute path. */
    public Path directory() {
        return home.session(name.value());
    }

    /** The folder for files that came from the chat. */
    public Path inbox() {
        return directory().resolve("inbox");
    }

    /** The folder for files that are to go to the chat. */
    public Path outbox() {
        return directory().resolve("outbox");
    }

    /**
     * Reads its metadata.
     *
     * @throws SessionNotFoundException when it is gone
     * @throws DamagedSessionException when its metadata cannot be understood
     */
    public Metadata metadata() {
        return new MetadataFile(home, name).read();
    }

    /**
     * Reads its own copy of its persona.
     *
     * @throws InvalidPersonaException when the file is missing or wrong; it names the field
     */
    public Persona persona() {
        return PersonaFile.read(directory().resolve(PERSONA_FILE));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Session session && session.name.equals(name) && session.home.equals(home);
    }

    @Override
    public int hashCode() {
        return directory().hashCode();
    }

    @Override
    public String toString() {
        return "Session[" + directory() + "]";
    }
}
