package io.github.claudebridge.app;

import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionEntry;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the sessions. */
@Command(name = "list", description = "List the sessions, newest activity first.")
final class SessionsListCommand implements Callable<Integer> {

    @Mixin
    private final SessionHome home = new SessionHome();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        List<SessionEntry> entries = home.store().list();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(SessionJson.sessions(entries));
        } else if (entries.isEmpty()) {
            out.println("There are no sessions yet. Make one with: claude-bridge sessions new NAME");
        } else {
            table(entries).print(out);
        }
        return 0;
    }

    private static Table table(List<SessionEntry> entries) {
        Instant now = Instant.now();
        Table table = new Table("NAME", "STATUS", "PERSONA", "TURNS", "COST", "LAST ACTIVE");
        for (SessionEntry entry : entries) {
            String name = entry.name().value();
            String active = Ago.of(entry.lastActivityAt(), now);
            if (entry instanceof SessionEntry.Healthy healthy) {
                Metadata metadata = healthy.metadata();
                table.row(
                        name,
                        metadata.status().word(),
                        metadata.persona(),
                        Long.toString(metadata.turns()),
                        Money.of(metadata.totalCostUsd()),
                        active);
            } else {
                table.row(name, "damaged", "", "", "", active);
            }
        }
        return table;
    }
}
