package io.github.claudebridge.process.supervisor.prefix;

import io.github.claudebridge.process.transport.PipeTransport;
import io.github.claudebridge.process.transport.ShellTransport;
import io.github.claudebridge.process.transport.Transport;
import java.util.ArrayList;
import java.util.List;

/** How a command comes to run as a {@link Worker}. */
enum Way {
    /** A local launcher that takes words, and passes the environment on. */
    RUNUSER,
    /** A local launcher that takes words, and clears the environment. */
    SUDO,
    /** A local launcher with a login shell of its own between. */
    SUDO_LOGIN,
    /** A local launcher that takes a line for a shell. */
    SU,
    /** Another machine, as far as anybody here can tell. */
    SSH;

    /** Whether its process ids, signals and files are ours. */
    boolean isLocal() {
        return this != SSH;
    }

    /** The words to put before those of the command. */
    List<String> prefix(Worker worker) {
        return switch (this) {
            case RUNUSER ->
                List.of(
                        "runuser",
                        "-u",
                        worker.name(),
                        "--",
                        "env",
                        "-u",
                        "CLAUDE_CODE_TMPDIR",
                        "HOME=" + worker.home());
            case SUDO -> List.of("sudo", "-H", "-u", worker.name(), "--");
            case SUDO_LOGIN, SU, SSH -> List.of();
        };
    }

    /**
     * What to run them with.
     *
     * @param directory the working directory there
     */
    Transport transport(Worker worker, Sshd sshd, String directory) {
        PipeTransport pipes = new PipeTransport();
        return switch (this) {
            case RUNUSER, SUDO -> pipes;
            case SUDO_LOGIN -> new ShellTransport(List.of("sudo", "-iu", worker.name(), "sh", "-c"), directory, pipes);
            case SU -> new ShellTransport(List.of("su", "-", worker.name(), "-c"), directory, pipes);
            case SSH -> new ShellTransport(sshd.client(worker.name()), directory, pipes);
        };
    }

    /** The whole command. */
    List<String> command(Worker worker, List<String> words) {
        List<String> command = new ArrayList<>(prefix(worker));
        command.addAll(words);
        return command;
    }
}
