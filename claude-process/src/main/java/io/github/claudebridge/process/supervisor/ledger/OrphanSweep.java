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
 * number, start and command line of a process are as recorded, or it has the mark of the start in its environment. Thread-safe.
 */
public final class OrphanSweep {

    private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);
    private static final Duration GENTLE = Duration.ofSeconds(3);
    private static final Duration FORCED = Duration.ofSeconds(5);

    private final Map<Long, ProcessId> found = new LinkedHashMap<>();

    private OrphanSweep() {}

    /**
     * Sweeps. Takes no time to speak of when there is nothing to end, and 8 s at most.
     *
     * @param folder where the ledgers of all hosts of this user lie
     */
    public static SweepReport sweep(Path folder) {
        Map<Path, List<LedgerEntry>> ledgers = ofDeadHosts(folder);
        List<LedgerEntry> entries =
                ledgers.values().stream().flatMap(List::stream).toList();
        SweepReport report = entries.isEmpty() ? SweepReport.NOTHING : new OrphanSweep().end(entries);
        if (report.survivors().isEmpty()) {
            ledgers.keySet().forEach(OrphanSweep::delete);
        }
        return report;
    }

    private static Map<Path, List<LedgerEntry>> ofDeadHosts(Path folder) {
        Map<Path, List<LedgerEntry>> ledgers = new LinkedHashMap<>();
        if (!Files.isDirectory(folder)) {
            return ledgers;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (LedgerFile.host(file).filter(host -> !host.isAlive()).isPresent()) {
                    ledgers.put(file, new ArrayList<>(LedgerFile.read(file)));
                }
            }
        } catch (IOException e) {
            log.warn("The process ledgers in {} cannot be read", folder, e);
        }
        return ledgers;
    }

    private SweepReport end(List<LedgerEntry> entries) {
        look(entries);
        entries.forEach(entry -> entry.livingRoot().flatMap(OrphanSweep::handle).ifPresent(ProcessHandle::destroy));
        Deaths.await(found.values(), GENTLE);
        look(entries);
        found.values().stream()
                .filter(ProcessId::isAlive)
                .forEach(process -> handle(process).ifPresent(ProcessHandle::destroyForcibly));
        Deaths.await(found.values(), FORCED);
        List<Orphan> ended = orphans(process -> !process.isAlive());
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
        entries.stream().flatMap(LedgerEntry::living).forEach(this::add);
        ProcessHandle.allProcesses()
                .filter(handle -> ProcFiles.variable(handle.pid(), PipeTransport.MARK)
                        .filter(marks::contains)
                        .isPresent())
                .forEach(handle -> ProcessId.of(handle.pid()).ifPresent(this::add));
    }

    private void add(ProcessId process) {
        if (found.putIfAbsent(process.pid(), process) == null) {
            handle(process).stream()
                    .flatMap(ProcessHandle::descendants)
                    .forEach(child -> ProcessId.of(child.pid()).ifPresent(this::add));
        }
    }

    private static Optional<ProcessHandle> handle(ProcessId process) {
        return ProcessHandle.of(process.pid()).filter(handle -> process.isAlive());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The process ledger {} cannot be deleted", file, e);
        }
    }
}
