package io.github.claudebridge.process.supervisor.ledger;

import io.github.claudebridge.process.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what this host starts, before and after it does so. Each host has a file of its own, which goes with it when it ends in
 * order; of one that was killed {@link OrphanSweep} reads it. A line needs no sync to disk: what a reboot takes from the file, it takes
 * from the processes too. Thread-safe.
 */
public final class ProcessLedger implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ProcessLedger.class);

    private final Path file;
    private final FileChannel channel;
    private final Map<String, Set<ProcessId>> open = new HashMap<>();
    private final Map<Long, String> marks = new HashMap<>();

    private ProcessLedger(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Begins a ledger for this host.
     *
     * @param folder where the ledgers of all hosts of this user lie; made if it is missing
     * @throws UncheckedIOException if it cannot be written
     * @throws IllegalStateException if the system does not tell who is who, so that nothing in it could ever be ended
     */
    public static ProcessLedger open(Path folder) {
        return open(folder, ProcessFacts.SYSTEM);
    }

    static ProcessLedger open(Path folder, ProcessFacts facts) {
        ProcessId host = facts.of(ProcessHandle.current().pid())
                .orElseThrow(() -> new IllegalStateException("This system does not tell when a process was started,"
                        + " so that it could not be told from another: check that /proc can be read"));
        Path file = folder.resolve(
                LedgerFile.name(host, UUID.randomUUID().toString().substring(0, 8)));
        try {
            Files.createDirectories(folder);
            return new ProcessLedger(
                    file,
                    FileChannel.open(
                            file,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Something is about to be started that will have this mark in its environment.
     *
     * @throws UncheckedIOException if that cannot be written: then nobody would find what is started
     */
    synchronized void starting(String mark) {
        try {
            write(Map.of("mark", mark));
        } catch (IOException e) {
            throw new UncheckedIOException("The process ledger cannot be written", e);
        }
        open.put(mark, new HashSet<>());
    }

    /** It is started. */
    synchronized void running(String mark, ProcessId root) {
        marks.put(root.pid(), mark);
        append(Map.of("mark", mark, "root", root.toJson()));
    }

    /**
     * Writes down what a command has started in turn by now. Of one that is dead it could no longer be told.
     *
     * @param pid the command
     */
    public void recordChildren(long pid) {
        List<ProcessId> children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .flatMap(child -> ProcessId.of(child.pid()).stream())
                .toList();
        children.forEach(child -> child(pid, child));
    }

    private synchronized void child(long pid, ProcessId child) {
        String mark = marks.get(pid);
        Set<ProcessId> known = mark == null ? null : open.get(mark);
        if (mark != null && known != null && known.add(child)) {
            append(Map.of("mark", mark, "child", child.toJson()));
        }
    }

    /** What was recorded as started by it, and certainly lives. */
    synchronized List<ProcessId> livingChildren(String mark) {
        return open.getOrDefault(mark, Set.of()).stream()
                .filter(ProcessId::isAlive)
                .toList();
    }

    /** Whether what was recorded as started by it is certainly dead. */
    synchronized boolean areChildrenDead(String mark) {
        return open.getOrDefault(mark, Set.of()).stream().allMatch(ProcessId::isDead);
    }

    /** Nothing of it lives. */
    synchronized void gone(String mark) {
        if (open.remove(mark) != null) {
            marks.values().remove(mark);
            append(Map.of("mark", mark, "gone", true));
            if (open.isEmpty()) {
                empty();
            }
        }
    }

    /** What this adds is of use, but nothing depends on it: the mark finds most of it too. */
    private void append(Map<String, ?> line) {
        try {
            write(line);
        } catch (IOException e) {
            log.warn("The process ledger cannot be written", e);
        }
    }

    private void write(Map<String, ?> line) throws IOException {
        channel.write(ByteBuffer.wrap((Json.of(line) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private void empty() {
        try {
            channel.truncate(0);
        } catch (IOException e) {
            log.warn("The process ledger cannot be emptied", e);
        }
    }

    /** Ends the ledger. Its file stays while something is in it. */
    @Override
    public synchronized void close() {
        try {
            channel.close();
            if (open.isEmpty()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
