package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.ProgressLine;
import io.github.claudebridge.app.cli.SessionNameConverter;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.archive.RestoreOptions;
import io.github.claudebridge.session.archive.RestoredSession;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a session of an archive. */
@Command(
        name = "restore",
        description = "Make a session of an archive, which stays.",
        footer = {
            "",
            "The session asks before everything, and works in its own folder. Settings in it that would take effect by"
                    + " themselves are moved to its folder 'set-aside', and named."
        })
final class SessionsRestoreCommand implements Callable<Integer> {

    @Mixin
    private final SessionHome home = new SessionHome();

    @Parameters(paramLabel = "ARCHIVE", description = "A file that ends in .tar.gz or .tar.zst.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private Path archive;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            converter = SessionNameConverter.class,
            description = "Another name for the session.")
    private @Nullable SessionName as;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        if (!Files.isRegularFile(archive)) {
            throw new StartException(
                    ExitCode.NO_INPUT, "There is no file " + archive + ". claude-bridge sessions archives lists them.");
        }
        SessionStore store = home.storeToFill();
        PrintWriter err = output.err();
        try (ProgressLine progress = ProgressLine.of("Restoring", err)) {
            RestoreOptions options = RestoreOptions.defaults().withMonitor(progress);
            RestoredSession restored = home.work(store)
                    .archives()
                    .restore(archive.toAbsolutePath(), as == null ? options : options.withName(as));
            progress.clear();
            restored.setAside().forEach(file -> err.println("Set aside: " + file));
            restored.leftOut().forEach(left -> err.println("Was not in the archive: " + left));
            output.out().println(restored.session().directory());
            return 0;
        }
    }
}
