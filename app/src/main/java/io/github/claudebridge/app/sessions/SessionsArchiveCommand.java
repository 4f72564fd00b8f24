package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.control.HomeAccess;
import io.github.claudebridge.app.control.Request;
import io.github.claudebridge.session.SessionStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Archives a session. */
@Command(
        name = "archive",
        description = "Put a session, with what Claude remembers of it, into an archive, and remove its folder.",
        footer = {"", "The archive is read back and checked before anything is removed. It is printed when it is done."
        })
final class SessionsArchiveCommand implements Callable<Integer> {

    @Mixin
    private final SessionHome home = new SessionHome();

    @Mixin
    private final NamedSession named = new NamedSession();

    @Option(names = "--zstd", description = "Compress with zstd: faster, and smaller, but not for every tar.")
    private boolean zstd;

    @Option(
            names = "--with-workspace",
            description = "Take in the directory that the session works in, if not its own.")
    private boolean workspace;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        SessionStore store = home.store();
        Request.Archive request = new Request.Archive(named.name().value(), zstd, workspace);
        return new HomeAccess(store.home(), output).run("Archiving", request, report -> {
            home.work(store).archive(request, report);
            return 0;
        });
    }
}
