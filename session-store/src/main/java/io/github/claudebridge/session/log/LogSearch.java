package io.github.claudebridge.session.log;

import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Searches the logs of the sessions of one home. Thread-safe. */
public final class LogSearch {

    private static final Comparator<LogHit> OLDEST_FIRST = Comparator.comparing(LogHit::at);

    private static final Logger LOG = LoggerFactory.getLogger(LogSearch.class);

    private final SessionStore store;

    /** Searches this home. */
    public LogSearch(SessionStore store) {
        this.store = store;
    }

    /** The newest hits, newest first. A session that is removed meanwhile, or whose log cannot be read, is passed
     * over. */
    public List<LogHit> find(LogQuery query) {
        PriorityQueue<LogHit> newest = new PriorityQueue<>(OLDEST_FIRST);
        String wanted = fold(query.text());
        Needle needle = new Needle(query.text());
        for (SessionName name : names(query)) {
            Optional<Session> session = store.find(name);
            if (session.isPresent()) {
                scan(session.get(), needle, (entry, behind) -> {
                    hit(name, entry, behind, query, wanted).ifPresent(newest::add);
                    if (newest.size() > query.limit()) {
                        newest.poll();
                    }
                });
            }
        }
        List<LogHit> hits = new ArrayList<>(newest);
        hits.sort(OLDEST_FIRST.reversed());
        return hits;
    }

    private Collection<SessionName> names(LogQuery query) {
        return query.sessions().isEmpty()
                ? store.list().stream().map(SessionEntry::name).toList()
                : query.sessions();
    }

    private static void scan(Session session, Needle needle, LineScan.Visitor visitor) {
        try {
            new LineScan(needle, visitor).run(new LogFiles(session.directory()));
        } catch (IOException e) {
            LOG.warn("The log of {} cannot be searched", session.name(), e);
        }
    }

    private static Optional<LogHit> hit(
            SessionName name, LogEntry entry, LogPosition behind, LogQuery query, String wanted) {
        if (entry.at().isBefore(query.from()) || !entry.at().isBefore(query.until())) {
            return Optional.empty();
        }
        String text = EntryText.of(entry);
        int found = fold(text).indexOf(wanted);
        return found < 0
                ? Optional.empty()
                : Optional.of(new LogHit(name, entry.at(), EntryText.kind(entry), Excerpt.around(text, found), behind));
    }

    /** Character by character, so that places stay the same. */
    private static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Character.toLowerCase(folded[i]);
        }
        return new String(folded);
    }
}
