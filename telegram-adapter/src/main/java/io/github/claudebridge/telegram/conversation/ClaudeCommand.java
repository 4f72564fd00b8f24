package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.transcript.Transcripts;
import io.github.claudebridge.process.transport.PipeTransport;
import io.github.claudebridge.process.transport.Transport;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the Claude Code command line is called. Immutable.
 *
 * @param words the command with its fixed first arguments, {@code [claude]} as a rule; a relative path is made absolute, because
 *     sessions have working directories of their own
 * @param environment variables that Claude sees beyond the allow-listed ones of the host
 * @param transport runs it for a session
 */
public record ClaudeCommand(List<String> words, Map<String, String> environment, Transport transport) {

    /**
     * A command that is run as a process of this machine.
     *
     * @throws IllegalArgumentException if there is no command in the words
     */
    public ClaudeCommand(List<String> words, Map<String, String> environment) {
        this(words, environment, new PipeTransport());
    }

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if there is no command in the words
     */
    public ClaudeCommand {
        if (words.isEmpty() || words.get(0).isBlank()) {
            throw new IllegalArgumentException("The command that starts Claude Code is empty.");
        }
        List<String> absolute = new ArrayList<>(words);
        if (absolute.get(0).contains(File.separator)) {
            absolute.set(0, Path.of(absolute.get(0)).toAbsolutePath().toString());
        }
        words = List.copyOf(absolute);
        environment = Map.copyOf(environment);
    }

    /** Where a Claude that runs as this user keeps its sessions. */
    Transcripts transcripts() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(environment);
        return Transcripts.of(all);
    }

    /** The program to be found, a name or an absolute path. */
    public String program() {
        return words.get(0);
    }
}
