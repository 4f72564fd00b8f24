package io.github.claudebridge.session.processes;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.archive.ArchiveOptions;
import io.github.claudebridge.session.archive.Archives;
import io.github.claudebridge.session.archive.Compression;
import io.github.claudebridge.session.archive.RestoreOptions;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.ExportFormat;
import io.github.claudebridge.session.log.LogEntry;
import io.github.claudebridge.session.log.LogExport;
import io.github.claudebridge.session.log.LogQuery;
import io.github.claudebridge.session.log.LogSearch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.SplittableRandom;

/** Does everything that has to do with a lot of bytes: logs, searches, exports, archives, restores. */
final class LargeThings {

    private static final int ENTRY = 50_000;
    private static final int FILE = 8 << 20;
    private static final SessionName BACK = SessionName.of("back");

    private LargeThings() {}

    /**
     * Does it all.
     *
     * @param arguments the home, and how many megabytes a log, and a file, shall have
     */
    public static void main(String[] arguments) throws IOException {
        SessionStore store = SessionStore.open(Path.of(arguments[0]));
        long bytes = Long.parseLong(arguments[1]) << 20;
        SessionName name = SessionName.of("large");
        Path folder = store.create(name, "default").directory();
        ConversationLog log = ConversationLog.of(store, name);
        LogEntry[] entries = Collections.nCopies(20, new LogEntry.Note(Instant.EPOCH, "n".repeat(ENTRY)))
                .toArray(LogEntry[]::new);
        for (long written = 0; written < bytes; written += (long) entries.length * ENTRY) {
            log.append(entries);
        }
        fill(folder.resolve("file"), bytes);

        System.out.println(
                "found " + new LogSearch(store).find(LogQuery.of("needle")).size());
        for (ExportFormat format : ExportFormat.values()) {
            new LogExport(ZoneOffset.UTC).write(name, log, format, OutputStream.nullOutputStream());
        }
        Archives archives = Archives.of(store);
        for (Compression compression : Compression.values()) {
            Path archive = archives.backUp(
                            name,
                            ArchiveOptions.defaults()
                                    .withCompression(compression)
                                    .withLevel(1))
                    .file();
            archives.restore(archive, RestoreOptions.defaults().withName(BACK));
            System.out.println(Files.mismatch(
                    folder.resolve("file"), store.get(BACK).directory().resolve("file")));
            store.delete(BACK);
        }
    }

    private static void fill(Path file, long bytes) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        byte[] block = new byte[FILE];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) ('a' + random.nextInt(8));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < bytes; written += block.length) {
                out.write(block);
            }
        }
    }
}
