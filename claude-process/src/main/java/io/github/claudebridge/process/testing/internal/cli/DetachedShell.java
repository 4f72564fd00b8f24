package io.github.claudebridge.process.testing.internal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A shell command that runs in a session of its own, where the system can do that. */
final class DetachedShell {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private DetachedShell() {}

    static List<String> command(String script) {
        return leadsItsGroup() ? List.of(SETSID.toString(), "/bin/sh", "-c", script) : List.of("/bin/sh", "-c", script);
    }

    /** Whether the shell's process id is also the id of its process group. */
    static boolean leadsItsGroup() {
        return Files.isExecutable(SETSID);
    }
}
