package io.github.claudebridge.process.testing.scenario;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What differs from run to run, and the names that scenarios have for it. Thread-safe. */
final class Placeholders {
    private static final Pattern LABEL = Pattern.compile("00000000-0000-4000-8000-(\\d{12})");
    private static final Pattern COUNTED_WORDS = Pattern.compile("word1( word\\d+)* ?");

    private final Path directory;
    private volatile String sessionId = "none";

    Placeholders(Path directory) {
        this.directory = directory;
    }

    void sawSession(String id) {
        if (!id.isEmpty()) {
            sessionId = id;
        }
    }

    /** The id of the message with this label, a number; empty for {@code -}. */
    static Optional<String> uuid(String label) {
        return label.equals("-")
                ? Optional.empty()
                : Optional.of("00000000-0000-4000-8000-%012d".formatted(Long.parseLong(label)));
    }

    /** Puts in what the names stand for. */
    String fill(String text) {
        Matcher labels = Pattern.compile("#(\\d+)#").matcher(text);
        String filled = labels.replaceAll(match -> uuid(match.group(1)).orElseThrow());
        return filled.replace("$CWD", directory.toString()).replace("$ID", sessionId);
    }

    /** Takes out what differs. */
    String strip(String text) {
        String named = LABEL.matcher(text).replaceAll(match -> "#" + Long.parseLong(match.group(1)));
        String counted = COUNTED_WORDS.matcher(named).replaceAll("words");
        return counted.replace(directory.toString(), "$CWD").replace(sessionId, "$ID");
    }
}
