package io.github.claudebridge.process.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        command.add(withoutDollars("cd " + quoted(directory) + " && exec "
                + launch.command().stream().map(ShellTransport::quoted).collect(Collectors.joining(" "))));
        return transport.start(new Launch(command, launch.directory(), launch.environment()));
    }

    /** Between single quotes a shell changes nothing; a single quote itself stands outside of them. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * {@code sudo -i} escapes what it hands to the login shell, but for dollar signs, which that shell expands, and line ends, which it
     * loses. A line with either goes there as numbers of its bytes.
     */
    private static String withoutDollars(String line) {
        if (line.indexOf('$') < 0 && line.indexOf('\n') < 0) {
            return line;
        }
        StringBuilder numbers = new StringBuilder();
        for (byte b : line.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
            numbers.append(plain ? Character.toString(b) : String.format(Locale.ROOT, "\\%03o", b & 0xff));
        }
        return "eval \"`printf '" + numbers + "'`\"";
    }
}
