package io.github.claudebridge.process.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs commands through something that hands one line to a shell on its side, such as {@code [ssh, nas]} or
 * {@code [sudo, -iu, worker, sh, -c]}: the command is quoted so that it arrives word for word, and the shell goes to a directory of its
 * side first. The environment of a launch stays on this side. The command on the other side ends when its stdin is closed; signals reach
 * what was started here only. Thread-safe.
 */
public final class ShellTransport implements Transport {

    private final List<String> prefix;
    private final String directory;
    private final Transport transport;

    /**
     * A transport to the other side.
     *
     * @param prefix the command that takes one more argument, the line for the shell; not empty
     * @param directory the working directory on the other side, absolute there
     * @param transport runs the whole here
     */
    public ShellTransport(List<String> prefix, String directory, Transport transport) {
        if (prefix.isEmpty() || !directory.startsWith("/")) {
            throw new IllegalArgumentException("A shell needs a command before it, and an absolute directory");
        }
        this.prefix = List.copyOf(prefix);
        this.directory = directory;
        this.transport = transport;
    }

    @Override
    public Connection start(Launch launch) {
        List<String> command = new ArrayList<>(prefix);
        command.add("cd " + quoted(directory) + " && exec "
                + launch.command().stream().map(ShellTransport::quoted).collect(Collectors.joining(" ")));
        return transport.start(new Launch(command, launch.directory(), launch.environment()));
    }

    /** Between single quotes a shell changes nothing; a single quote itself stands outside of them. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
