package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.JsonOption;
import io.github.claudebridge.app.cli.Money;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.cli.Table;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.Session;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows one session. */
@Command(name = "show", description = "Show what is known about a session.")
final class SessionsShowCommand implements Callable<Integer> {

    @Mixin
    private final SessionHome home = new SessionHome();

    @Mixin
    private final NamedSession named = new NamedSession();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        Session session = home.store().get(named.name());
        Metadata metadata = session.metadata();
        PrintWriter out = output.out();
        if (json.isWanted()) {
            out.println(SessionJson.session(session, metadata).toPrettyString());
            return 0;
        }
        Table table = new Table("Name", named.name().value());
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
