package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.Report;
import io.github.claudebridge.app.control.Request;
import io.github.claudebridge.process.transcript.Transcripts;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.archive.ArchiveOptions;
import io.github.claudebridge.session.archive.Compression;
import io.github.claudebridge.session.archive.VerifiedArchive;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.SessionArchives;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What needs the home for itself. Whoever does it holds the home's lock, and has ended the session's process. Throws what the session
 * store throws. Thread-safe.
 */
public final class SessionWork {

    private final SessionStore store;
    private final ClaudeCommand claude;

    /** Work on these sessions, with what this Claude remembers of them. */
    public SessionWork(SessionStore store, ClaudeCommand claude) {
        this.store = store;
        this.claude = claude;
    }

    /** Archives a session and prints where the archive is. */
    public void archive(Request.Archive request, Report report) {
        archive(request, report, archives()::archive);
    }

    /** Has a session archived, and prints where the archive is. */
    public static void archive(
            Request.Archive request,
            Report report,
            BiFunction<SessionName, ArchiveOptions, VerifiedArchive> archiving) {
        ArchiveOptions options = ArchiveOptions.defaults()
                .withCompression(request.zstd() ? Compression.ZSTD : Compression.GZIP)
                .withWorkspace(request.workspace())
                .withMonitor(report);
        VerifiedArchive archive = archiving.apply(SessionName.of(request.name()), options);
        archive.leftOut().forEach(left -> report.err("Left out: " + left));
        report.out(archive.file().toString());
    }

    /** Deletes a session. */
    public void delete(Request.Delete request) {
        store.delete(SessionName.of(request.name()));
    }

    /** The archives of these sessions. */
    SessionArchives archives() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(claude.environment());
        return new SessionArchives(store, Transcripts.of(environment));
    }
}
