package io.github.claudebridge.process.transport;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everything that a process started. Children are known by asking the operating system while their parent lives; those that have
 * detached themselves are found on Linux by the mark in their environment. Thread-safe.
 */
final class ProcessTree {

    private final ProcessHandle root;
    private final String mark;
    private final Set<ProcessHandle> remembered = ConcurrentHashMap.newKeySet();

    ProcessTree(ProcessHandle root, String mark) {
        this.root = root;
        this.mark = mark;
    }

    /** Notes who belongs to the tree now; once a parent is dead its children can no longer be told. */
    void remember() {
        root.descendants().forEach(remembered::add);
        List.copyOf(remembered).forEach(known -> known.descendants().forEach(remembered::add));
        MarkedProcesses.find(PipeTransport.MARK, mark).forEach(remembered::add);
        remembered.remove(root);
        remembered.remove(ProcessHandle.current());
    }

    /** Kills until nothing new turns up: a process may start another one between two looks. */
    void kill() {
        for (int round = 0; round < 5; round++) {
            remember();
            root.destroyForcibly();
            List<ProcessHandle> alive =
                    remembered.stream().filter(ProcessHandle::isAlive).toList();
            alive.forEach(ProcessHandle::destroyForcibly);
            if (alive.isEmpty()) {
                return;
            }
        }
    }

    boolean isAlive() {
        remember();
        return root.isAlive() || remembered.stream().anyMatch(ProcessHandle::isAlive);
    }
}
