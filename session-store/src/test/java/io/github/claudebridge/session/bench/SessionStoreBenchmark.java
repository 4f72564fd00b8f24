package io.github.claudebridge.session.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.archive.ArchiveLimits;
import io.github.claudebridge.session.archive.ArchiveMonitor;
import io.github.claudebridge.session.archive.ArchiveOptions;
import io.github.claudebridge.session.archive.Archives;
import io.github.claudebridge.session.archive.Compression;
import io.github.claudebridge.session.archive.RestoreOptions;
import io.github.claudebridge.session.internal.Trees;
import io.github.claudebridge.session.log.LogQuery;
import io.github.claudebridge.session.log.LogSearch;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

/** Archiving and restoring beside tar, pigz and zstd in one run; listing and searching. */
final class SessionStoreBenchmark {

    private static final SessionName WORK = SessionName.of("work");
    private static final SessionName BACK = SessionName.of("back");
    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    private final Path scratch;
    private final long megabytes;
    private final SessionStore store;
    private final Archives archives;

    private SessionStoreBenchmark(Path scratch, long megabytes) {
        this.scratch = scratch;
        this.megabytes = megabytes;
        this.store = SessionStore.open(scratch.resolve("home"));
        this.archives = Archives.of(store);
    }

    /** Arguments: an empty folder, a size in megabytes, and which parts to run; all when none is named. */
    public static void main(String[] args) throws Exception {
        SessionStoreBenchmark benchmark = new SessionStoreBenchmark(Path.of(args[0]), Long.parseLong(args[1]));
        Set<String> parts = args.length > 2 ? Set.of(args[2].split(",", -1)) : Set.of("sessions", "search", "archives");
        if (parts.contains("sessions")) {
            benchmark.sessions();
        }
        if (parts.contains("search")) {
            benchmark.search();
        }
        if (parts.contains("archives")) {
            benchmark.archives();
        }
    }

    private void archives() throws Exception {
        Path folder = store.create(WORK, "default").directory();
        new Corpus().files(folder, megabytes);
        for (int round = 0; round < ROUNDS; round++) {
            shell("tar | pigz -6", "tar cf - -C '" + folder + "' . | pigz -6 > '" + scratch + "/pigz.tar.gz'");
            Path gzip = archive(Compression.GZIP);
            shell("tar | zstd -3 -T2", "tar cf - -C '" + folder + "' . | zstd -q -3 -T2 > '" + scratch + "/z.tar.zst'");
            Path zstd = archive(Compression.ZSTD);
            size("pigz", scratch.resolve("pigz.tar.gz"));
            size("ours gzip", gzip);
            size("ours zstd", zstd);
            timed("verify gzip", () -> archives.verify(gzip, ArchiveLimits.none(), ArchiveMonitor.NONE));
            shell("tar xzf", "mkdir -p '" + scratch + "/x' && tar xzf '" + gzip + "' -C '" + scratch + "/x'");
            timed(
                    "restore gzip",
                    () -> archives.restore(gzip, RestoreOptions.defaults().withName(BACK)));
            store.delete(BACK);
            Trees.delete(scratch.resolve("x"));
            Files.delete(gzip);
            Files.delete(zstd);
        }
        store.delete(WORK);
    }

    /** Times without the verification, which is timed apart. */
    private Path archive(Compression compression) throws Exception {
        long[] written = new long[3];
        long start = System.nanoTime();
        long cpu = processor();
        ArchiveMonitor lastOfWriting = (done, total) -> {
            written[1] = written[1] == 0 ? total : written[1];
            if (total == written[1]) {
                written[0] = System.nanoTime();
                written[2] = processor();
            }
            return true;
        };
        Path file = archives.backUp(
                        WORK,
                        ArchiveOptions.defaults().withCompression(compression).withMonitor(lastOfWriting))
                .file();
        report("archive " + compression, written[0] - start, written[2] - cpu);
        return file;
    }

    private void sessions() throws Exception {
        Path model = store.create(WORK, "default").directory().resolve("metadata.json");
        for (int i = 0; i < 10_000; i++) {
            Files.copy(
                    model,
                    Files.createDirectory(model.resolveSibling("../s" + i)).resolve("metadata.json"));
        }
        for (int round = 0; round < ROUNDS; round++) {
            timed("list 10000", store::list);
            timed("open one", () -> store.get(SessionName.of("s7777")).metadata());
        }
        for (int i = 0; i < 10_000; i++) {
            store.delete(SessionName.of("s" + i));
        }
        store.delete(WORK);
    }

    private void search() throws Exception {
        store.create(WORK, "default");
        new Corpus().log(store, WORK, megabytes);
        for (int round = 0; round < ROUNDS; round++) {
            timed("search " + megabytes + " MB", () -> new LogSearch(store).find(LogQuery.of("needle in a haystack")));
        }
        store.delete(WORK);
    }

    /** Runs a script whose output file is made durable, as ours are. */
    private void shell(String what, String script) throws Exception {
        long start = System.nanoTime();
        Process bash = new ProcessBuilder("bash", "-c", script + "; times").start();
        String[] times = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\\s+", 0);
        bash.waitFor();
        new ProcessBuilder("sync", "-f", scratch.toString()).start().waitFor();
        // The last two are those of the programs that the shell has started: user and system.
        double seconds = seconds(times[times.length - 2]) + seconds(times[times.length - 1]);
        report(what, System.nanoTime() - start, (long) (seconds * 1e9));
    }

    /** Reads times such as {@code 1m2.345s}. */
    private static double seconds(String time) {
        int minutes = time.indexOf('m');
        return 60 * Double.parseDouble(time.substring(0, minutes))
                + Double.parseDouble(time.substring(minutes + 1, time.length() - 1));
    }

    private static void timed(String what, Callable<?> work) throws Exception {
        long start = System.nanoTime();
        long cpu = processor();
        work.call();
        report(what, System.nanoTime() - start, processor() - cpu);
    }

    private static void report(String what, long nanos, long cpuNanos) {
        System.out.printf(Locale.ROOT, "%-20s %9.3f s %9.3f s of processor time%n", what, nanos / 1e9, cpuNanos / 1e9);
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void size(String what, Path file) throws Exception {
        System.out.printf(Locale.ROOT, "%-20s %9d bytes%n", what, Files.size(file));
    }
}
