package io.github.claudebridge.process.transcript;

import io.github.claudebridge.process.framing.LineSink;
import io.github.claudebridge.process.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks for a prompt in the lines of a session. Its id counts wherever it stands: a prompt that the CLI showed to the model within a
 * running turn is not on a line of its own. Not thread-safe.
 */
final class FateFinder implements LineSink {

    private final byte[] id;
    private boolean seen;
    private boolean closed;
    private boolean unreadable;
    private String text = "";

    FateFinder(UUID promptId) {
        id = promptId.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void line(byte[] buffer, int offset, int length) {
        if (!seen) {
            seen = contains(buffer, offset, length);
        } else {
            read(new String(buffer, offset, length, StandardCharsets.UTF_8));
        }
    }

    private void read(String line) {
        try {
            Optional<TranscriptMessage> found = TranscriptMessage.of(Json.parse(line));
            found.filter(message -> !closed && message.role() == TranscriptMessage.Role.ASSISTANT)
                    .ifPresent(this::answer);
        } catch (IllegalArgumentException torn) {
            // The last line before a crash may be cut off.
        }
    }

    private void answer(TranscriptMessage message) {
        text = message.text().isEmpty() ? text : message.text();
        closed = message.closesTurn();
    }

    @Override
    public void tooLong(byte[] head, long length) {
        // It may be the prompt itself, with a large image.
        unreadable = true;
    }

    private boolean contains(byte[] buffer, int offset, int length) {
        for (int i = offset; i <= offset + length - id.length; i++) {
            int n = 0;
            while (n < id.length && buffer[i + n] == id[n]) {
                n++;
            }
            if (n == id.length) {
                return true;
            }
        }
        return false;
    }

    PromptFate fate() {
        if (closed) {
            return new PromptFate.Answered(text);
        }
        return seen || unreadable ? new PromptFate.Open(text) : new PromptFate.Unseen();
    }
}
