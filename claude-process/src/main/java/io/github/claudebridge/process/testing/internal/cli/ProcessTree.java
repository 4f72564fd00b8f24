package io.github.claudebridge.process.testing.internal.cli;

import java.util.List;

/** A process and all that it has started. */
final class ProcessTree {
    private ProcessTree() {}

    static void kill(ProcessHandle root) {
        List<ProcessHandle> descendants = root.descendants().toList();
        root.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }
}
