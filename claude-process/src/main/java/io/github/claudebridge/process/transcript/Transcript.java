package io.github.claudebridge.process.transcript;

import io.github.claudebridge.process.framing.LineSink;
import io.github.claudebridge.process.framing.LineSplitter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The file of a session. Reading takes memory for its longest line only. Immutable and thread-safe.
 *
 * @param sessionId the session
 * @param file an absolute path
 */
public record Transcript(UUID sessionId, Path file) {

    private static final int CHUNK_BYTES = 1 << 16;

    /**
     * What became of a prompt.
     *
     * @throws IOException if the file cannot be read
     */
    public PromptFate fateOf(UUID promptId) throws IOException {
        FateFinder finder = new FateFinder(promptId);
        read(finder);
        return finder.fate();
    }

    /**
     * The prompt that began the turn in which a prompt was given to the model: as a rule the prompt itself; another one where it was put
     * into a turn that ran, or merged with one before it. Prompts of one turn have one answer.
     *
     * @return empty where that cannot be told
     * @throws IOException if the file cannot be read
     */
    public Optional<UUID> turnOf(UUID promptId) throws IOException {
        TurnFinder finder = new TurnFinder(promptId.toString());
        read(finder);
        try {
            return finder.beginning().map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void read(LineSink sink) throws IOException {
        LineSplitter lines = new LineSplitter(LineSplitter.DEFAULT_MAX_BYTES, sink);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                lines.feed(chunk, 0, n);
            }
        }
        lines.end();
    }

    /**
     * What belongs to the session beside its file, such as large results of tools. It exists only where there is something of the
     * kind.
     */
    public Path companions() {
        return file.resolveSibling(sessionId.toString());
    }

    /** Reads what was said, from the beginning on. */
    public TranscriptReader reader() {
        return new TranscriptReader(file);
    }
}
