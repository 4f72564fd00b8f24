package io.github.claudebridge.process.supervisor.prefix;

import io.github.claudebridge.process.support.Processes;
import io.github.claudebridge.process.testing.FakeClaude;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** A user of this machine that exists for one test. Not thread-safe. */
final class Worker implements AutoCloseable {

    private final String name = "cb" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
    private final Path folder;
    private final Path home;

    /**
     * Makes it.
     *
     * @param folder where its home will be; it may be entered by everybody from now on
     */
    Worker(Path folder) throws IOException {
        this.folder = folder;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        home = folder.resolve("home");
        // A star is no password that anybody could give, and yet the account is not locked.
        run("useradd", "--create-home", "--home-dir", home.toString(), "--shell", "/bin/sh", "--password", "*", name);
    }

    String name() {
        return name;
    }

    Path home() {
        return home;
    }

    /** A folder of its own. */
    Path directory(String child) throws IOException {
        Path directory = Files.createDirectories(home.resolve(child));
        own(directory);
        return directory;
    }

    /** Gives it a file or folder with all that is in it. */
    void own(Path path) throws IOException {
        run("chown", "-R", name, path.toString());
    }

    /** The stand-in, where this user can read it: the class path of the tests may be in a home that it cannot enter. */
    List<String> fakeClaude() throws IOException {
        List<String> command = new ArrayList<>(FakeClaude.command());
        int at = command.indexOf("-cp") + 1;
        List<String> copies = new ArrayList<>();
        for (String entry : command.get(at).split(File.pathSeparator, -1)) {
            Path copy = folder.resolve("lib-" + copies.size());
            run("cp", "-r", entry, copy.toString());
            copies.add(copy.toString());
        }
        command.set(at, String.join(File.pathSeparator, copies));
        return command;
    }

    /** What runs as this user, and is more than a launcher's shell. */
    List<ProcessHandle> processes(String partOfCommand) {
        return all().filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(partOfCommand))
                        .isPresent())
                .toList();
    }

    /** All that runs as this user, one on each line. */
    String running() {
        return all().map(process -> process.pid() + " " + process.info().commandLine())
                .collect(Collectors.joining("\n"));
    }

    private Stream<ProcessHandle> all() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().user().filter(name::equals).isPresent())
                .filter(process -> Processes.isAlive(process.pid()));
    }

    @Override
    public void close() throws IOException {
        all().forEach(ProcessHandle::destroyForcibly);
        run("userdel", "--force", name);
    }

    static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assertions.assertThat(process.onExit().join().exitValue())
                .as("%s: %s", List.of(command), output)
                .isZero();
    }
}
