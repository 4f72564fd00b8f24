package io.github.claudebridge.session.bench;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.LogEntry;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/** Mixed text of a chosen size: sources, logs and numbers, made of words with a skewed frequency. Seeded. */
final class Corpus {

    private final SplittableRandom random = new SplittableRandom(42);
    private final String[] words = new String[20_000];

    Corpus() {
        for (int i = 0; i < words.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int letters = 2 + random.nextInt(9); letters > 0; letters--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words[i] = word.toString();
        }
    }

    /** Files of about a megabyte below a folder. */
    void files(Path folder, long megabytes) throws IOException {
        for (long i = 0; i < megabytes; i++) {
            Path file = folder.resolve("part" + i / 100 + "/file" + i + ".txt");
            Files.createDirectories(file.getParent());
            try (Writer out = Files.newBufferedWriter(file)) {
                for (int written = 0; written < 1 << 20; ) {
                    String line = line(4 + random.nextInt(16));
                    out.write(line);
                    out.write('\n');
                    written += line.length() + 1;
                }
            }
        }
    }

    /** A conversation log of about this size. */
    void log(SessionStore store, SessionName name, long megabytes) {
        ConversationLog log = ConversationLog.of(store, name);
        for (long i = 0; i < megabytes; i++) {
            LogEntry[] entries = new LogEntry[400];
            for (int j = 0; j < entries.length; j++) {
                entries[j] = new LogEntry.Note(Instant.EPOCH.plusSeconds(i * 400 + j), line(370));
            }
            log.append(entries);
        }
    }

    private String line(int length) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < length; i++) {
            double skewed = random.nextDouble() * random.nextDouble() * random.nextDouble();
            line.append(words[(int) (skewed * words.length)]).append(random.nextInt(12) == 0 ? ";" : " ");
        }
        return line.toString();
    }
}
