package io.github.claudebridge.process.supervisor.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What Linux tells of a process. Everything is empty where it tells nothing: another system, another user, no such process. Thread-safe. */
final class ProcFiles {

    private static final int STATE = 0;
    private static final int START_TICKS = 19;
    private static final int BOOT_ID = 12;

    private final Path root;

    /**
     * Reads below a folder.
     *
     * @param root {@code /proc}
     */
    ProcFiles(Path root) {
        this.root = root;
    }

    /** Whether the system tells anything here: it does if it tells of this process. */
    boolean tell() {
        return read(root.resolve("self/stat")).isPresent();
    }

    /** Whether the system tells of processes of all users: some show each user only their own. */
    boolean tellOfOthers() {
        return Files.exists(root.resolve("1"));
    }

    /** Whether no process has this number; only where it tells anything. */
    boolean isMissing(long pid) {
        return Files.notExists(root.resolve(Long.toString(pid)));
    }

    /** Names the time since the machine was started; the same as long as it runs. */
    Optional<String> bootId() {
        return read(root.resolve("sys/kernel/random/boot_id"))
                .map(id -> id.strip().replace("-", ""))
                .filter(id -> id.length() >= BOOT_ID)
                .map(id -> id.substring(0, BOOT_ID));
    }

    /** When it was started, in ticks since the boot: unlike a time of day it does not move with the clock. */
    Optional<String> startTicks(long pid) {
        return stat(pid).map(fields -> fields.get(START_TICKS));
    }

    /** Whether it is dead, and only waits for its parent to notice. */
    boolean isZombie(long pid) {
        return stat(pid)
                .map(fields -> fields.get(STATE))
                .filter(state -> state.equals("Z") || state.equals("X"))
                .isPresent();
    }

    /** The fields after the name, which may hold anything. */
    private Optional<List<String>> stat(long pid) {
        return read(root.resolve(pid + "/stat"))
                .map(line -> List.of(
                        line.substring(line.lastIndexOf(')') + 1).strip().split("\\s+")))
                .filter(fields -> fields.size() > START_TICKS);
    }

    /** Its command line, the words separated by spaces. */
    Optional<String> commandLine(long pid) {
        return read(root.resolve(pid + "/cmdline"))
                .map(words -> words.replace('\0', ' ').strip());
    }

    /** The value of a variable in the environment that it was started with. */
    Optional<String> variable(long pid, String name) {
        return read(root.resolve(pid + "/environ"))
                .flatMap(all -> List.of(all.split("\0")).stream()
                        .filter(entry -> entry.startsWith(name + "="))
                        .map(entry -> entry.substring(name.length() + 1))
                        .findFirst());
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException notTold) {
            return Optional.empty();
        }
    }
}
