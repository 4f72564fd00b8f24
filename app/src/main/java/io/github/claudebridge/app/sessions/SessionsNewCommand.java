package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.SessionNameConverter;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.persona.PersonaLibrary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a session. */
@Command(name = "new", description = "Make a session; it is idle until the chat switches to it.")
final class SessionsNewCommand implements Callable<Integer> {

    @Mixin
    private final SessionHome home = new SessionHome();

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            converter = SessionNameConverter.class,
            description = "Letters, digits, hyphen and underscore, at most 64.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private SessionName name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PERSONA",
            defaultValue = PersonaLibrary.DEFAULT,
            description = "A persona of the library (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private String persona;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        Session session = home.storeToFill().create(name, persona);
        output.out().println(session.directory());
        return 0;
    }
}
