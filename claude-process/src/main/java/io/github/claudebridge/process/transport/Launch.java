package io.github.claudebridge.process.transport;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start. Immutable and thread-safe.
 *
 * @param command the command and its arguments, at least one element
 * @param directory its working directory, absolute
 * @param environment its whole environment; nothing is inherited
 */
public record Launch(List<String> command, Path directory, Map<String, String> environment) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("The command is empty");
        }
    }

    /** Leaves the environment out, because it may hold secrets. */
    @Override
    public String toString() {
        return "Launch[command=" + command + ", directory=" + directory + "]";
    }
}
