package io.github.claudebridge.app;

import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.io.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes a session. */
@Command(name = "delete", description = "Delete a session with everything in its folder.")
final class SessionsDeleteCommand implements Callable<Integer> {

    @Mixin
    private final SessionHome home = new SessionHome();

    @Parameters(paramLabel = "NAME", converter = SessionNameConverter.class, description = "The session.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private SessionName name;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        SessionStore store = home.store();
        Session session = store.get(name);
        return SessionHome.alone(store, () -> {
            if (!yes && !confirmed(session)) {
                spec.commandLine().getErr().println("Nothing was deleted.");
                return 1;
            }
            store.delete(name);
            return 0;
        });
    }

    private boolean confirmed(Session session) {
        Console terminal = Terminal.get()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no terminal to ask on. Say --yes to delete " + session.directory()));
        String answer = terminal.readLine("Delete %s with everything in it? [y/N] ", session.directory());
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
