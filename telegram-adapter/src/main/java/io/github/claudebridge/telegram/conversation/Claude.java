package io.github.claudebridge.telegram.conversation;

import java.util.List;
import java.util.Map;

/**
 * How the Claude Code command line is called.
 *
 * @param command the command with its fixed first arguments, {@code [claude]} as a rule
 * @param environment variables that Claude sees beyond the allow-listed ones of the host
 */
public record Claude(List<String> command, Map<String, String> environment) {
    public Claude {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
