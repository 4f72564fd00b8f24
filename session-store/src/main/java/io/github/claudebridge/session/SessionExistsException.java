package io.github.claudebridge.session;

/** The name is taken by another session. */
public final class SessionExistsException extends SessionException {

    private final SessionName name;

    /** Names the session. */
    public SessionExistsException(SessionName name) {
        super("There is already a session \"" + name + "\".", "Choose another name, or switch to that session.", null);
        this.name = name;
    }

    /** The name that is taken. */
    public SessionName name() {
        return name;
    }
}
