package io.github.claudebridge.session.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.archive.ArchiveLimits;
import io.github.claudebridge.session.archive.ArchiveMonitor;
import io.github.claudebridge.session.archive.ArchiveOptions;
import io.github.claudebridge.session.archive.Archives;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.ExportFormat;
import io.github.claudebridge.session.log.LogEntry;
import io.github.claudebridge.session.log.LogExport;
import io.github.claudebridge.session.log.LogQuery;
import io.github.claudebridge.session.log.LogSearch;
import io.github.claudebridge.session.log.UsageReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in our files, reading them ends well or with one of our own errors. */
class MutationTest {

    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 100);
    private static final SessionName WORK = SessionName.of("work");

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Mutator mutator = new Mutator(new SplittableRandom(seed));

    @TempDir(factory = MemoryFolder.class)
    Path home;

    private SessionStore store;
    private Session session;

    @BeforeEach
    void create() {
        store = SessionStore.open(home);
        session = store.create(WORK, "default");
    }

    @Test
    void metadata_persona_and_grants() throws IOException {
        Path metadata = session.directory().resolve("metadata.json");
        for (Path file : new Path[] {
            metadata, session.directory().resolve("persona.json"), home.resolve("state/grants/work.json")
        }) {
            byte[] good = Files.readAllBytes(file);
            for (int round = 0; round < ROUNDS; round++) {
                Files.write(file, mutator.mutate(good));
                endsWell(session::metadata, round);
                endsWell(session::persona, round);
                endsWell(() -> store.grants().request(WORK), round);
                endsWell(() -> store.update(WORK, edit -> edit.turnCompleted(Instant.EPOCH, BigDecimal.ONE)), round);
                endsWell(store::list, round);
            }
            Files.write(file, good);
        }
    }

    @Test
    void logs() throws IOException {
        ConversationLog log = ConversationLog.of(store, WORK);
        log.append(
                new LogEntry.Prompt(Instant.EPOCH, "1", "Ann", "hello"),
                new LogEntry.Answer(Instant.EPOCH, Optional.of("1"), "w\u00f6rld", false),
                new LogEntry.Turn(Instant.EPOCH, BigDecimal.ONE, Duration.ofSeconds(1), LogEntry.Tokens.NONE));
        Path file = session.directory().resolve("conversation.jsonl");
        byte[] good = Files.readAllBytes(file);
        LogEntry last = new LogEntry.Note(Instant.EPOCH, "last");
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(file, mutator.mutate(good));
            try (Stream<LogEntry> entries = log.entries()) {
                assertThat(entries.count()).as("seed %d round %d", seed, round).isLessThanOrEqualTo(100);
            }
            new LogSearch(store).find(LogQuery.of("hello"));
            for (ZoneOffset zone : new ZoneOffset[] {ZoneOffset.MIN, ZoneOffset.MAX}) {
                endsWell(() -> UsageReport.of(session, zone).total(), round);
                for (ExportFormat format : ExportFormat.values()) {
                    new LogExport(zone).write(WORK, log, format, OutputStream.nullOutputStream());
                }
            }
            log.append(last);
            assertThat(log.newest(1).entries())
                    .as("seed %d round %d", seed, round)
                    .containsExactly(last);
        }
    }

    @Test
    void archives() throws IOException {
        Path file = Archives.of(store).backUp(WORK, ArchiveOptions.defaults()).file();
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file))).readAllBytes();
        for (int round = 0; round < ROUNDS; round++) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(mutator.mutate(tar));
            }
            Files.write(file, packed.toByteArray());
            endsWell(() -> Archives.of(store).verify(file, ArchiveLimits.defaults(), ArchiveMonitor.NONE), round);
            endsWell(Archives.of(store)::list, round);
        }
    }

    private void endsWell(Runnable work, int round) {
        try {
            work.run();
        } catch (SessionException e) {
            assertThat(e.nextStep()).as("seed %d round %d", seed, round).isNotEmpty();
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + " round " + round, e);
        }
    }
}
