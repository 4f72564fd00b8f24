package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.ExportFormat;
import io.github.claudebridge.session.log.LogExport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a session's log in a form for people or programs. */
@Command(name = "export", description = "Write what was said in a session as Markdown, HTML or JSON.")
final class SessionsExportCommand implements Callable<Integer> {

    @Mixin
    private final SessionHome home = new SessionHome();

    @Mixin
    private final NamedSession named = new NamedSession();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "markdown",
            description = "markdown, html or json (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private ExportFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; a file that is there is kept. Without it, the standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() throws StartException {
        ConversationLog log = ConversationLog.of(home.store(), named.name());
        try (OutputStream out = open()) {
            new LogExport(ZoneId.systemDefault()).write(named.name(), log, format, out);
            return 0;
        } catch (IOException e) {
            throw new StartException(ExitCode.CANNOT_WRITE, "The export was not written: " + e.getMessage());
        }
    }

    private OutputStream open() throws IOException, StartException {
        if (output == null) {
            return CloseShieldOutputStream.wrap(new FileOutputStream(FileDescriptor.out));
        }
        try {
            return Files.newOutputStream(output, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new StartException(
                    ExitCode.CANNOT_WRITE, output + " is there already. Choose another file, or remove it first.");
        }
    }
}
