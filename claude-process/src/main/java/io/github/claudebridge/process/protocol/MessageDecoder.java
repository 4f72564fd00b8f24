package io.github.claudebridge.process.protocol;

import io.github.claudebridge.process.event.Malformed;
import io.github.claudebridge.process.event.Unknown;
import io.github.claudebridge.process.protocol.internal.LineDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads lines of stream-json. No line makes it fail: what cannot be read becomes a {@link Malformed} event, what is unknown an
 * {@link Unknown} one. Stateless and thread-safe.
 */
public final class MessageDecoder {

    private static final int EXCERPT_CHARS = 200;

    /**
     * Reads one line.
     *
     * @param buffer holds the line
     * @param offset where it begins
     * @param length its length in bytes
     * @param out takes what the line holds: nothing for a blank line, several messages for one with several blocks
     */
    public void decode(byte[] buffer, int offset, int length, Consumer<Message> out) {
        if (isBlank(buffer, offset, length)) {
            return;
        }
        List<Message> messages;
        try {
            messages = LineDecoder.decode(buffer, offset, length);
        } catch (RuntimeException e) {
            messages = List.of(malformed(buffer, offset, length, "it is no JSON object"));
        } catch (StackOverflowError tooDeep) {
            messages = List.of(malformed(buffer, offset, length, "it is nested too deeply"));
        } catch (OutOfMemoryError tooLarge) {
            messages = List.of(malformed(buffer, offset, length, "the memory does not suffice for it"));
        }
        messages.forEach(out);
    }

    /** Reports a line that was too long to be read. */
    public Message tooLong(byte[] head, long length) {
        return new Message.Event(new Malformed(excerpt(head, 0, head.length), length, "it is too long"));
    }

    private static Message malformed(byte[] buffer, int offset, int length, String reason) {
        return new Message.Event(new Malformed(excerpt(buffer, offset, length), length, reason));
    }

    private static String excerpt(byte[] buffer, int offset, int length) {
        String text = new String(buffer, offset, Math.min(length, 4 * EXCERPT_CHARS), StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), EXCERPT_CHARS));
    }

    private static boolean isBlank(byte[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
