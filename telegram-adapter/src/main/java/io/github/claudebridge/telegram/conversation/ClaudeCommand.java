package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.transcript.Transcripts;
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
 */
public record ClaudeCommand(List<String> words, Map<String, String> environment) {

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
