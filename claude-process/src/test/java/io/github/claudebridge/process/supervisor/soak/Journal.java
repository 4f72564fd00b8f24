package io.github.claudebridge.process.supervisor.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.claudebridge.process.Prompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the hosts of a soak said and heard, in a file that outlives them: each prompt before it is sent, and each outcome. Thread-safe;
 * an entry is written at once, so that a kill leaves it whole or out.
 */
record Journal(Path file) {

    /** What is written down. */
    enum Kind {
        /** A prompt is about to be sent for the first time. */
        SENT,
        /** It was answered. */
        ANSWERED,
        /** Its answer was found in the session's file: the host that asked was killed before it could write it down. */
        RECOVERED,
        /** It failed, and the host was told why. */
        REPORTED
    }

    /**
     * One line.
     *
     * @param text the prompt, the answer or the reason
     */
    record Entry(Kind kind, String key, UUID prompt, String text) {

        private static Entry of(String line) {
            String[] words = line.split("\t", 4);
            return new Entry(Kind.valueOf(words[0]), words[1], UUID.fromString(words[2]), words[3]);
        }

        private String line() {
            return kind + "\t" + key + "\t" + prompt + "\t" + text.replaceAll("\\s", " ") + "\n";
        }

        Prompt asPrompt() {
            return Prompt.of(text).withId(prompt);
        }
    }

    void add(Kind kind, String key, UUID prompt, String text) {
        try {
            Files.write(
                    file,
                    new Entry(kind, key, prompt, text).line().getBytes(UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Entry> entries() throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream().map(Entry::of).toList()
                : List.of();
    }

    /** The prompts that have no outcome, by conversation: each has one at most. */
    Map<String, Entry> open() throws IOException {
        Map<String, Entry> open = new LinkedHashMap<>();
        for (Entry entry : entries()) {
            if (entry.kind() == Kind.SENT) {
                open.put(entry.key(), entry);
            } else {
                open.remove(entry.key());
            }
        }
        return open;
    }
}
