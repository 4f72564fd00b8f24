package io.github.claudebridge.session.guide;

import io.github.claudebridge.session.Grants;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.archive.ArchiveOptions;
import io.github.claudebridge.session.archive.Archives;
import io.github.claudebridge.session.archive.Attachment;
import io.github.claudebridge.session.archive.Compression;
import io.github.claudebridge.session.archive.RestoreOptions;
import io.github.claudebridge.session.archive.RestoredSession;
import io.github.claudebridge.session.archive.VerifiedArchive;
import io.github.claudebridge.session.files.FolderFiles;
import io.github.claudebridge.session.files.Inbox;
import io.github.claudebridge.session.files.OutgoingFile;
import io.github.claudebridge.session.files.ReceivedFile;
import io.github.claudebridge.session.imports.FoundSession;
import io.github.claudebridge.session.imports.PredecessorImport;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.ExportFormat;
import io.github.claudebridge.session.log.LogEntry;
import io.github.claudebridge.session.log.LogExport;
import io.github.claudebridge.session.log.LogHit;
import io.github.claudebridge.session.log.LogPage;
import io.github.claudebridge.session.log.LogQuery;
import io.github.claudebridge.session.log.LogSearch;
import io.github.claudebridge.session.log.UsageReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The snippets of docs/sessions.md, which the guide's test compares with it and runs. */
final class GuideExamples {

    private final Path home;
    private final Path transcript;
    private final Path oldBridge;

    GuideExamples(Path home, Path transcript, Path oldBridge) {
        this.home = home;
        this.transcript = transcript;
        this.oldBridge = oldBridge;
    }

    void all() throws IOException {
        SessionStore store = sessions();
        rights(store);
        files(store, new ByteArrayInputStream(new byte[3]), new ByteArrayOutputStream());
        log(store);
        archives(store);
        imports(store);
    }

    private SessionStore sessions() {
        SessionStore store = SessionStore.open(home);
        SessionName name = SessionName.of("holiday");
        Session session = store.create(name, "planner");

        Metadata metadata = store.update(name, edit -> edit.status(SessionStatus.ACTIVE));
        System.out.println(metadata.createdAt() + " " + session.persona().description());

        for (SessionEntry entry : store.list()) {
            if (entry instanceof SessionEntry.Damaged damaged) {
                System.out.println(damaged.name() + ": " + damaged.reason());
            }
        }

        try {
            store.create(name, "default");
        } catch (SessionException e) {
            System.out.println(e.problem() + " " + e.nextStep());
        }
        return store;
    }

    private void rights(SessionStore store) {
        SessionName name = SessionName.of("holiday");
        Grants granted = store.grants().change(name, grants -> grants.withPermissionMode(PermissionMode.ACCEPT_EDITS));
        Path where = store.grants().workingDirectory(name);
        boolean asksForMore = store.grants().request(name).isPresent();
        System.out.println(granted.trusted() + " " + where + " " + asksForMore);
    }

    private void files(SessionStore store, InputStream download, OutputStream upload) throws IOException {
        SessionName name = SessionName.of("holiday");
        Files.writeString(store.get(name).outbox().resolve("plan.txt"), "Swim.");
        ReceivedFile photo = Inbox.of(store, name).receive("../photo 1.jpg", download);

        try (OutgoingFile plan = FolderFiles.of(store.get(name).directory()).open("outbox/plan.txt")) {
            System.out.println(plan.name() + ": " + plan.size() + " bytes");
            plan.content().transferTo(upload);
        }
        System.out.println(photo.path());
    }

    private void log(SessionStore store) throws IOException {
        SessionName name = SessionName.of("holiday");
        ConversationLog log = ConversationLog.of(store, name);
        log.append(
                new LogEntry.Prompt(Instant.now(), "id-1", "Ann", "Where to?"),
                new LogEntry.Answer(Instant.now(), Optional.of("id-1"), "To the sea.", false));

        LogPage newest = log.newest(20);
        List<LogHit> hits = new LogSearch(store).find(LogQuery.of("sea"));
        BigDecimal today = UsageReport.of(store.get(name), ZoneId.systemDefault())
                .on(LocalDate.now(ZoneId.systemDefault()))
                .costUsd();
        System.out.println(newest.entries().size() + " " + hits.size() + " " + today);

        try (OutputStream out = Files.newOutputStream(home.resolve("holiday.html"))) {
            new LogExport(ZoneId.systemDefault()).write(name, log, ExportFormat.HTML, out);
        }
    }

    private void archives(SessionStore store) {
        SessionName name = SessionName.of("holiday");
        Archives archives = Archives.of(store);
        VerifiedArchive archive = archives.archive(
                name,
                ArchiveOptions.defaults()
                        .withCompression(Compression.ZSTD)
                        .withAttachments(List.of(new Attachment("transcript.jsonl", transcript, "transcript"))));

        RestoredSession restored = archives.restore(
                archive.file(),
                RestoreOptions.defaults()
                        .withName(SessionName.of("holiday-2"))
                        .withPlacement((attachment, folder) -> Optional.of(home.resolve(attachment.name()))));
        System.out.println(restored.session().name() + ", set aside: " + restored.setAside());
    }

    private void imports(SessionStore store) {
        PredecessorImport predecessor = new PredecessorImport(store);
        for (FoundSession found : predecessor.find(oldBridge)) {
            predecessor.take(found, found.name());
        }
    }
}
