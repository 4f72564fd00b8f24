package io.github.claudebridge.app;

import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one session. */
@Command(name = "show", description = "Show what is known about a session.")
final class SessionsShowCommand implements Callable<Integer> {

    @Mixin
    private final SessionHome home = new SessionHome();

    @Parameters(paramLabel = "NAME", converter = SessionNameConverter.class, description = "The session.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private SessionName name;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        Session session = home.store().get(name);
        Metadata metadata = session.metadata();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(SessionJson.session(session, metadata).toPrettyString());
            return 0;
        }
        Table table = new Table("Name", name.value());
        table.row("Status", metadata.status().word());
        table.row("Folder", session.directory().toString());
        table.row("Created", metadata.createdAt().toString());
        table.row("Last active", metadata.lastActivityAt().toString());
        table.row("Persona", metadata.persona());
        table.row("Model", Objects.requireNonNullElse(metadata.model(), "Claude's choice"));
        table.row("Output", metadata.outputMode().word());
        table.row("Suspended after", metadata.idleTimeout().toMinutes() + " min without activity");
        table.row("Turns", Long.toString(metadata.turns()));
        table.row("Cost", Money.of(metadata.totalCostUsd()));
        UUID claude = metadata.claudeSessionId();
        table.row("Claude's session", claude == null ? "none yet" : claude.toString());
        table.print(out);
        return 0;
    }
}
