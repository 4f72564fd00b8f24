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

    /** The command itself, if it certainly lives: number, start and command line are what was recorded. */
    Optional<ProcessId> livingRoot(ProcessFacts facts) {
        return Optional.ofNullable(root).filter(facts::isAlive).filter(process -> runsItsCommand(process, facts));
    }

    /** What was recorded of it and certainly lives. */
    Stream<ProcessId> living(ProcessFacts facts) {
        return Stream.concat(
                livingRoot(facts).stream(),
                children.stream().filter(facts::isAlive).filter(child -> isUnchanged(child, facts)));
    }

    /** Whether something that was recorded may live, although the system does not tell enough of it to be sure. */
    boolean isUnclear(ProcessFacts facts) {
        return Stream.concat(Stream.ofNullable(root), children.stream())
                .anyMatch(process -> !facts.isDead(process)
                        && (!facts.isAlive(process)
                                || facts.commandLine(process.pid()).isEmpty()));
    }

    /** A launcher may have put an interpreter before the command, so the arguments decide. */
    private static boolean runsItsCommand(ProcessId process, ProcessFacts facts) {
        String arguments = process.command().substring(process.command().indexOf(' ') + 1);
        return facts.commandLine(process.pid())
                .filter(now -> now.endsWith(arguments))
                .isPresent();
    }

    private static boolean isUnchanged(ProcessId process, ProcessFacts facts) {
        return facts.commandLine(process.pid())
                .filter(now -> process.command().isEmpty() || now.equals(process.command()))
                .isPresent();
    }
}
