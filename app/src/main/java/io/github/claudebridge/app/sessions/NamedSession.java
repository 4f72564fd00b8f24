package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.SessionNameConverter;
import io.github.claudebridge.session.SessionName;
import picocli.CommandLine.Parameters;

/** The argument that names a session. */
final class NamedSession {

    @Parameters(paramLabel = "NAME", converter = SessionNameConverter.class, description = "The session.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private SessionName name;

    SessionName name() {
        return name;
    }
}
