package io.github.claudebridge.process.transport;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Everything that a process started. Children are known by asking the operating system while their parent lives; those that have
 * detached themselves are found on Linux by the mark in their environment. Thread-safe.
 */
public final class ProcessTree {

    private static final int ROUNDS = 5;
    private static final Duration DEATH = Duration.ofMillis(300);

    private final List<ProcessHandle> root;
    private final String mark;
    private final Set<ProcessHandle> remembered = ConcurrentHashMap.newKeySet();

    /**
     * @param root where it begins; empty where that is gone already
     * @param mark the value of {@link PipeTransport#MARK} in the environment of what belongs to it
     */
    public ProcessTree(Optional<ProcessHandle> root, String mark) {
        this.root = root.stream().toList();
        this.mark = mark;
    }

    /** Notes who belongs to the tree now; once a parent is dead its children can no longer be told. */
    public void remember() {
        root.forEach(process -> process.descendants().forEach(remembered::add));
        List.copyOf(remembered).forEach(known -> known.descendants().forEach(remembered::add));
        MarkedProcesses.find(PipeTransport.MARK, mark).forEach(remembered::add);
        remembered.removeAll(root);
        remembered.remove(ProcessHandle.current());
    }

    /** Kills until nothing new turns up: a process may start another one between two looks. Waits shortly for the deaths. */
    public void kill() {
        for (int round = 0; round < ROUNDS; round++) {
            remember();
            List<ProcessHandle> alive = Stream.concat(root.stream(), remembered.stream())
                    .filter(Vitals::isAlive)
                    .toList();
            if (alive.isEmpty()) {
                return;
            }
            alive.forEach(ProcessHandle::destroyForcibly);
            Vitals.awaitDeath(alive, DEATH);
        }
    }

    /** Whether any of it lives. */
    public boolean isAlive() {
        remember();
        return root.stream().anyMatch(Vitals::isAlive) || remembered.stream().anyMatch(Vitals::isAlive);
    }
}
