package io.github.claudebridge.telegram.render;

import io.github.claudebridge.telegram.render.internal.split.MessageSplitter;
import io.github.claudebridge.telegram.render.internal.text.TextCleanup;
import java.util.List;

/**
 * A message as it goes to Telegram. Immutable.
 *
 * <p>What this package makes is within Telegram's limits: 1 to {@value #MAX_LENGTH} UTF-16 units, at most {@value #MAX_ENTITIES} entities, nothing that
 * the server would trim, replace or shift.
 *
 * @param text what the reader sees
 * @param entities its formatting, sorted by offset and, where two begin together, the outer one first
 */
public record RenderedMessage(String text, List<TextEntity> entities) {

    /** The most UTF-16 units in a message. */
    public static final int MAX_LENGTH = 4096;

    /** The most UTF-16 units in the caption of a file. */
    public static final int MAX_CAPTION_LENGTH = 1024;

    /** The most entities that Telegram keeps of a message. */
    public static final int MAX_ENTITIES = 100;

    public RenderedMessage {
        entities = List.copyOf(entities);
    }

    /**
     * Literal text, without any formatting, as messages.
     *
     * @return the messages; none when there is nothing to see in the text
     */
    public static List<RenderedMessage> plain(String text) {
        return MessageSplitter.split(TextCleanup.shown(TextCleanup.source(text)), List.of(), MAX_LENGTH);
    }
}
