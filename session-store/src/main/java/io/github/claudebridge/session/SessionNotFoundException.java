package io.github.claudebridge.session;

/** There is no session of this name. */
public final class SessionNotFoundException extends SessionException {

    private final SessionName name;

    /** Names the session. */
    public SessionNotFoundException(SessionName name) {
        super("There is no session \"" + name + "\".", "List the sessions to see their names, or create it.", null);
        this.name = name;
    }

    /** The name that was looked for. */
    public SessionName name() {
        return name;
    }
}
