package io.github.claudebridge.process.supervisor.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two thirds of the time hosts and CLIs are killed, in the last third only CLIs, and what the host uses is measured between. The
 * property {@code soak} says how long, such as {@code PT2H}; {@code soak.seed} repeats the kills of a run.
 */
class SoakTest {

    private static final Logger log = LoggerFactory.getLogger(SoakTest.class);
    private static final Duration SHORT = Duration.ofSeconds(9);
    private static final int LONGEST_LIFE_MILLIS = 12_000;
    private static final int LONGEST_ROUND_MILLIS = 8_000;

    /** How much more than after the first round the host may use at the end. */
    private static final Measured GROWTH = new Measured(4 << 20, 4, 8);

    private final long seed = Long.getLong("soak.seed", System.nanoTime());
    private final Duration length = Duration.parse(System.getProperty("soak", SHORT.toString()));
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<String> dead = new ArrayList<>();
    private int hosts;
    private int kills;
    private HostProcess host;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @BeforeEach
    void startHost() throws IOException {
        host = new HostProcess(folder, "host-" + hosts++, random.nextLong());
    }

    @AfterEach
    void end() throws InterruptedException {
        killHost();
        dead.forEach(mark -> HostProcess.offspring(mark).forEach(ProcessHandle::destroyForcibly));
    }

    @Test
    void no_turn_is_lost_and_no_process_left_however_hosts_and_processes_are_killed() throws Exception {
        log.warn("Soak of {}, seed {}", length, seed);
        storm(length.dividedBy(3).multipliedBy(2));
        awaitHost();
        List<Measured> used = calm(length.dividedBy(3));
        assertThat(host.end()).as("exit code, seed %d", seed).isZero();
        assertThat(host.offspring())
                .as("left by a host that ended, seed %d", seed)
                .isEmpty();

        Books books = new Books(folder, "seed " + seed + ", " + folder);
        log.warn("{} hosts, {} kills of CLIs, {}; {}", hosts, kills, books.summary(), used);
        books.check();
        books.checkLast();
        checkFlat(used);
    }

    private void storm(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        int longest = Math.min(LONGEST_LIFE_MILLIS, (int) time.toMillis() / 2);
        while (System.nanoTime() < end) {
            if (random.nextInt(4) == 0) {
                host.run(millis(1500));
            } else {
                awaitHost();
                host.tell("talk");
                killSome(Duration.ofSeconds(1).plus(millis(longest)));
            }
            killHost();
            startHost();
        }
    }

    private List<Measured> calm(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        int longest = Math.min(LONGEST_ROUND_MILLIS, (int) time.toMillis() / 2);
        List<Measured> used = new ArrayList<>();
        do {
            host.tell("talk");
            killSome(millis(longest));
            used.add(quiet());
        } while (System.nanoTime() < end);
        host.tell("talk");
        used.add(quiet());
        return used;
    }

    private Measured quiet() throws IOException {
        host.tell("quiet");
        Measured used = Measured.of(host.answer());
        assertThat(host.offspring())
                .as("alive while all is quiet, seed %d", seed)
                .isEmpty();
        return used;
    }

    private void checkFlat(List<Measured> used) {
        Measured first = used.get(0);
        Measured last = used.get(used.size() - 1);
        assertThat(last.heapBytes()).as("heap of %s", used).isLessThan(first.heapBytes() + GROWTH.heapBytes());
        assertThat(last.threads()).as("threads of %s", used).isLessThanOrEqualTo(first.threads() + GROWTH.threads());
        assertThat(last.descriptors())
                .as("descriptors of %s", used)
                .isLessThanOrEqualTo(first.descriptors() + GROWTH.descriptors());
    }

    private Duration millis(int below) {
        return Duration.ofMillis(random.nextInt(below));
    }

    /** Waits until it is ready; then nothing lives any more of what the hosts before it had started. */
    private void awaitHost() throws IOException {
        assertThat(host.answer()).as("survivors, seed %d", seed).isEqualTo("[]");
        dead.forEach(mark -> assertThat(HostProcess.offspring(mark))
                .as("orphans of %s, seed %d", mark, seed)
                .isEmpty());
        dead.clear();
    }

    private void killHost() throws InterruptedException {
        host.kill();
        dead.add(host.mark());
    }

    private void killSome(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            host.run(Duration.ofMillis(100).plus(millis(900)));
            List<ProcessHandle> clis = host.clis();
            if (!clis.isEmpty()) {
                clis.get(random.nextInt(clis.size())).destroyForcibly();
                kills++;
            }
        }
    }
}
