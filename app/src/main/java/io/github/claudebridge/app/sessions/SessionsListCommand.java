package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.Ago;
import io.github.claudebridge.app.cli.JsonOption;
import io.github.claudebridge.app.cli.Money;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.cli.Table;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionEntry;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the sessions. */
@Command(name = "list", description = "List the sessions, newest activity first.")
final class SessionsListCommand implements Callable<Integer> {

    @Mixin
    private final SessionHome home = new SessionHome();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        List<SessionEntry> entries = home.store().list();
        PrintWriter out = output.out();
        if (json.isWanted()) {
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
