package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.JsonOption;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.cli.Table;
import io.github.claudebridge.session.archive.ArchiveListing;
import io.github.claudebridge.session.archive.Archives;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the archives. */
@Command(name = "archives", description = "List the archives, newest first.")
final class SessionsArchivesCommand implements Callable<Integer> {

    @Mixin
    private final SessionHome home = new SessionHome();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        List<ArchiveListing> listings = Archives.of(home.store()).list();
        PrintWriter out = output.out();
        if (json.isWanted()) {
            out.println(SessionJson.archives(listings));
        } else if (listings.isEmpty()) {
            out.println("There are no archives yet. Make one with: claude-bridge sessions archive NAME");
        } else {
            table(listings).print(out);
        }
        return 0;
    }

    private static Table table(List<ArchiveListing> listings) {
        Table table = new Table("SESSION", "ARCHIVED", "SIZE", "TURNS", "FILE");
        for (ArchiveListing listing : listings) {
            String size = "damaged";
            String turns = "";
            if (listing instanceof ArchiveListing.Intact intact) {
                size = FileUtils.byteCountToDisplaySize(intact.bytes());
                turns = Long.toString(intact.manifest().turns());
            }
            table.row(
                    listing.session().value(),
                    listing.archivedAt().toString(),
                    size,
                    turns,
                    listing.file().toString());
        }
        return table;
    }
}
