package io.github.claudebridge.process.testing.internal.cli;

import java.io.IOException;
import java.util.List;

/** A process and all that it has started. */
final class ProcessTree {
    private ProcessTree() {}

    /**
     * Kills the tree. A shell that is just starting its next command would get away with it if its children were listed first, so
     * the whole group of a {@linkplain DetachedShell detached} shell is killed at once.
     */
    static void kill(ProcessHandle root) {
        List<ProcessHandle> descendants = root.descendants().toList();
        if (DetachedShell.leadsItsGroup()) {
            killGroup(root.pid());
        }
        root.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private static void killGroup(long id) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -KILL -" + id)
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("no shell to kill a process group with", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
