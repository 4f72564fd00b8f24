package io.github.claudebridge.process.supervisor.ledger;

import io.github.claudebridge.process.transport.PipeTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what hosts left behind that are dead themselves, and waits until it is dead too. Only what is certainly theirs is touched: the
 * number, start and command line of a process are as recorded, or it has the mark of the start in its environment. Where the system does
 * not tell enough to be certain, a ledger stays for another time. Thread-safe.
 */
public final class OrphanSweep {

    private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);
    private static final Duration GENTLE = Duration.ofSeconds(3);
    private static final Duration FORCED = Duration.ofSeconds(5);

    private final ProcessFacts facts;
    private final Map<Long, ProcessId> found = new LinkedHashMap<>();

    private OrphanSweep(ProcessFacts facts) {
        this.facts = facts;
    }

    /**
     * Sweeps. Takes no time to speak of when there is nothing to end, and 8 s at most.
     *
     * @param folder where the ledgers of all hosts of this user lie
     */
    public static SweepReport sweep(Path folder) {
        return sweep(folder, ProcessFacts.SYSTEM);
    }

    static SweepReport sweep(Path folder, ProcessFacts facts) {
        return new OrphanSweep(facts).sweepLedgers(folder);
    }

    private SweepReport sweepLedgers(Path folder) {
        Map<Path, List<LedgerEntry>> ledgers = ofDeadHosts(folder);
        List<LedgerEntry> entries =
                ledgers.values().stream().flatMap(List::stream).toList();
        SweepReport report = entries.isEmpty() ? SweepReport.NOTHING : end(entries);
        if (report.survivors().isEmpty()) {
            ledgers.forEach(this::deleteIfSettled);
        }
        return report;
    }

    private Map<Path, List<LedgerEntry>> ofDeadHosts(Path folder) {
        Map<Path, List<LedgerEntry>> ledgers = new LinkedHashMap<>();
        if (!Files.isDirectory(folder)) {
            return ledgers;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (LedgerFile.host(file).filter(facts::isOwnDead).isPresent()) {
                    entries(file).ifPresent(entries -> ledgers.put(file, entries));
                }
            }
        } catch (IOException e) {
            log.warn("The process ledgers in {} cannot be read", folder, e);
        }
        return ledgers;
    }

    /** One that cannot be read hides no other. */
    private static Optional<List<LedgerEntry>> entries(Path file) {
        try {
            return Optional.of(new ArrayList<>(LedgerFile.read(file)));
        } catch (IOException e) {
            log.warn("The process ledger {} cannot be read", file, e);
            return Optional.empty();
        }
    }

    private SweepReport end(List<LedgerEntry> entries) {
        look(entries);
        entries.forEach(entry -> entry.livingRoot(facts).flatMap(this::handle).ifPresent(ProcessHandle::destroy));
        Deaths.await(found.values(), facts, GENTLE);
        look(entries);
        found.values().stream()
                .filter(facts::isAlive)
                .forEach(process -> handle(process).ifPresent(ProcessHandle::destroyForcibly));
        Deaths.await(found.values(), facts, FORCED);
        List<Orphan> ended = orphans(facts::isDead);
        return new SweepReport(ended, orphans(process -> !ended.contains(orphan(process))));
    }

    private List<Orphan> orphans(Predicate<ProcessId> which) {
        return found.values().stream().filter(which).map(OrphanSweep::orphan).toList();
    }

    private static Orphan orphan(ProcessId process) {
        return new Orphan(process.pid(), process.command());
    }

    /** Finds what lives of these: what was recorded, what has their mark, and the children of both. */
    private void look(List<LedgerEntry> entries) {
        Set<String> marks = entries.stream().map(LedgerEntry::mark).collect(Collectors.toSet());
        entries.stream().flatMap(entry -> entry.living(facts)).forEach(this::add);
        ProcessHandle.allProcesses()
                .filter(handle -> facts.variable(handle.pid(), PipeTransport.MARK)
                        .filter(marks::contains)
                        .isPresent())
                .forEach(handle -> facts.of(handle.pid()).ifPresent(this::add));
    }

    private void add(ProcessId process) {
        if (found.putIfAbsent(process.pid(), process) == null) {
            handle(process).stream()
                    .flatMap(ProcessHandle::descendants)
                    .forEach(child -> facts.of(child.pid()).ifPresent(this::add));
        }
    }

    private Optional<ProcessHandle> handle(ProcessId process) {
        return ProcessHandle.of(process.pid()).filter(handle -> facts.isAlive(process));
    }

    private void deleteIfSettled(Path file, List<LedgerEntry> entries) {
        if (entries.stream().anyMatch(entry -> entry.isUnclear(facts))) {
            log.warn("The system does not tell whether all processes in {} are dead; it is looked at again", file);
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The process ledger {} cannot be deleted", file, e);
        }
    }
}
