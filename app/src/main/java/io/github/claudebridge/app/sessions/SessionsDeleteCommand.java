package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.cli.Terminal;
import io.github.claudebridge.app.control.HomeAccess;
import io.github.claudebridge.app.control.Request;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionStore;
import java.io.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes a session. */
@Command(name = "delete", description = "Delete a session with everything in its folder.")
final class SessionsDeleteCommand implements Callable<Integer> {

    @Mixin
    private final SessionHome home = new SessionHome();

    @Mixin
    private final NamedSession named = new NamedSession();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        SessionStore store = home.store();
        if (!yes && !confirmed(store.get(named.name()))) {
            output.err().println("Nothing was deleted.");
            return 1;
        }
        Request.Delete request = new Request.Delete(named.name().value());
        return new HomeAccess(store.home(), output).run("Deleting", request, report -> {
            home.work(store).delete(request);
            return 0;
        });
    }

    private boolean confirmed(Session session) {
        Console terminal = Terminal.get()
                .orElseThrow(() ->
                        output.wrong("There is no terminal to ask on. Say --yes to delete " + session.directory()));
        String answer = terminal.readLine("Delete %s with everything in it? [y/N] ", session.directory());
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
