package io.github.claudebridge.process.supervisor.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A command that was started, with what it started in turn. Not thread-safe. */
final class LedgerEntry {

    private final String mark;
    private final List<ProcessId> children = new ArrayList<>();
    private @Nullable ProcessId root;

    /**
     * An entry.
     *
     * @param mark the value of the variable that everything it started has in its environment
     */
    LedgerEntry(String mark) {
        this.mark = mark;
    }

    void root(ProcessId process) {
        root = process;
    }

    void child(ProcessId process) {
        children.add(process);
    }

    String mark() {
        return mark;
    }

    /** The command itself, if it still lives: number, start and command line are what was recorded. */
    Optional<ProcessId> livingRoot() {
        return Optional.ofNullable(root).filter(LedgerEntry::runsItsCommand);
    }

    /** What was recorded of it and still lives. */
    Stream<ProcessId> living() {
        return Stream.concat(livingRoot().stream(), children.stream().filter(ProcessId::isUnchanged));
    }

    /** A launcher may have put an interpreter before the command, so the arguments decide. */
    private static boolean runsItsCommand(ProcessId process) {
        String arguments = process.command().substring(process.command().indexOf(' ') + 1);
        return process.isAlive()
                && ProcFiles.commandLine(process.pid())
                        .filter(now -> now.endsWith(arguments))
                        .isPresent();
    }
}
