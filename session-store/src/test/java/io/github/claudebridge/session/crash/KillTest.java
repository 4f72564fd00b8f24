package io.github.claudebridge.session.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.archive.ArchiveListing;
import io.github.claudebridge.session.archive.Archives;
import io.github.claudebridge.session.archive.RestoreOptions;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.LogEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process at any instant, again and again on the same home: what it said was done is there. */
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 50);

    @TempDir
    Path home;

    @Test
    void nothing_that_was_acknowledged_is_lost_by_kill_9() throws Exception {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        SessionStore store = SessionStore.open(home);
        store.create(BusyWriter.WORK, "default");
        store.create(BusyWriter.VICTIM, "default");
        Progress progress = new Progress(0, 0);
        for (int kill = 0; kill < KILLS; kill++) {
            String marker = ("marker " + kill + " ").repeat(10_000);
            Files.writeString(store.get(BusyWriter.VICTIM).directory().resolve("marker"), marker);
            progress = runAndKill(progress, random.nextInt(12), random.nextInt(30));
            check(progress, marker, "seed " + seed + ", kill " + kill);
            progress = new Progress(turns(), notes().size());
        }
        assertThat(progress.turns()).as("the writer got on").isGreaterThan(KILLS / 2);
    }

    /** How many turns and notes are known to be done. */
    private record Progress(long turns, long notes) {}

    private Progress runAndKill(Progress before, int lines, int delayMillis) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyWriter.class.getName(),
                        home.toString(),
                        Long.toString(before.notes()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long turns = before.turns();
        long notes = before.notes();
        try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).as("the writer started").isEqualTo("ready");
            String line = "";
            for (int read = 0; line != null; read++) {
                if (read == lines) {
                    // Through the handle: the process's own method closes the stream that is being read here.
                    CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS)
                            .execute(() -> writer.toHandle().destroyForcibly());
                }
                if (line.equals("archived")) {
                    // Another process starts, and sweeps, while this one restores.
                    SessionStore.open(home);
                }
                turns += line.startsWith("turn ") ? 1 : 0;
                notes += line.startsWith("note ") ? 1 : 0;
                line = said.readLine();
            }
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor()).isEqualTo(137);
        return new Progress(turns, notes);
    }

    private void check(Progress done, String marker, String when) throws IOException {
        SessionStore store = SessionStore.open(home);
        assertThat(store.list())
                .as(when)
                .allSatisfy(entry -> assertThat(entry).isInstanceOf(SessionEntry.Healthy.class));
        assertThat(turns()).as(when).isBetween(done.turns(), done.turns() + 1);
        List<LogEntry> notes = notes();
        assertThat((long) notes.size()).as(when).isBetween(done.notes(), done.notes() + 1);
        for (int i = 0; i < notes.size(); i++) {
            assertThat(((LogEntry.Note) notes.get(i)).text()).as(when).startsWith("note " + i + " ");
        }
        store.grants().of(BusyWriter.WORK);
        checkVictim(store, marker, when);
        for (String folder : new String[] {"sessions", "sessions_archive"}) {
            try (Stream<Path> left = Files.list(home.resolve(folder))) {
                assertThat(left.filter(path -> path.getFileName().toString().startsWith(".")))
                        .as(when)
                        .isEmpty();
            }
        }
    }

    /** It is there as it was in this round, or in an archive of this round that can be restored. */
    private static void checkVictim(SessionStore store, String marker, String when) throws IOException {
        List<ArchiveListing> archives = Archives.of(store).list();
        if (store.find(BusyWriter.VICTIM).isEmpty()) {
            assertThat(archives).as(when).isNotEmpty();
            Archives.of(store).restore(archives.get(0).file(), RestoreOptions.defaults());
        }
        Path found = store.get(BusyWriter.VICTIM).directory().resolve("marker");
        assertThat(Files.readString(found)).as(when).isEqualTo(marker);
        for (ArchiveListing archive : archives) {
            Files.delete(archive.file());
        }
    }

    private long turns() {
        return SessionStore.open(home).get(BusyWriter.WORK).metadata().turns();
    }

    private List<LogEntry> notes() {
        try (Stream<LogEntry> entries =
                ConversationLog.of(SessionStore.open(home), BusyWriter.WORK).entries()) {
            return new ArrayList<>(entries.toList());
        }
    }
}
