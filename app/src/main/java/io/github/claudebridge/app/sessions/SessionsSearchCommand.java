package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.JsonOption;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.SessionNameConverter;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.log.LogHit;
import io.github.claudebridge.session.log.LogQuery;
import io.github.claudebridge.session.log.LogSearch;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for a text in all logs. */
@Command(name = "search", description = "Find a text in what was said in all sessions, newest first.")
final class SessionsSearchCommand implements Callable<Integer> {

    @Mixin
    private final SessionHome home = new SessionHome();

    @Parameters(paramLabel = "TEXT", description = "The text, in whatever case.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private String text;

    @Option(
            names = "--session",
            paramLabel = "NAME",
            converter = SessionNameConverter.class,
            description = "Look only here; may be given several times.")
    private Set<SessionName> sessions = Set.of();

    @Option(names = "--since", paramLabel = "DATE", description = "The first day that is wanted, as 2026-01-31.")
    private @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "DATE", description = "The last day that is wanted.")
    private @Nullable LocalDate until;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many finds at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final Output output = new Output();

    /** Prints what was found; 1 when there is nothing, as grep does. */
    @Override
    public Integer call() throws StartException {
        if (limit < 1) {
            throw output.wrong("--limit is at least 1.");
        }
        List<LogHit> hits = new LogSearch(home.store()).find(query());
        PrintWriter out = output.out();
        if (json.isWanted()) {
            out.println(SessionJson.hits(hits));
        } else {
            hits.forEach(hit ->
                    out.println(hit.at() + "  " + hit.session().value() + "  " + hit.kind() + "  " + hit.excerpt()));
        }
        return hits.isEmpty() ? 1 : 0;
    }

    private LogQuery query() {
        ZoneId zone = ZoneId.systemDefault();
        Instant from = since == null ? Instant.MIN : since.atStartOfDay(zone).toInstant();
        Instant to = until == null
                ? Instant.MAX
                : until.plusDays(1).atStartOfDay(zone).toInstant();
        return LogQuery.of(text).between(from, to).in(sessions).withLimit(limit);
    }
}
