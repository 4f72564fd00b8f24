package io.github.claudebridge.telegram.render;

import io.github.claudebridge.telegram.render.internal.layout.StyledDocument;
import io.github.claudebridge.telegram.render.internal.split.MessageSplitter;
import io.github.claudebridge.telegram.render.internal.split.Tail;
import io.github.claudebridge.telegram.render.internal.stream.GrowingDocument;
import java.util.List;
import java.util.Optional;

/**
 * Renders an answer while it is being written. After any number of additions the result is the one that {@link MarkdownRenderer} has for the whole text,
 * but only what can still change is rendered again.
 *
 * <p>Adding is cheap; the work is done when a result is asked for. Not thread-safe.
 */
public final class StreamRenderer {

    private final GrowingDocument document = new GrowingDocument();
    private final StyledDocument styled = document.styled();
    private final MessageSplitter splitter =
            new MessageSplitter(styled.text(), styled.entities(), RenderedMessage.MAX_LENGTH);
    private List<RenderedMessage> messages = List.of();
    private boolean current = true;

    /** Adds to the end of the Markdown; it may end anywhere, even within a character. */
    public void append(CharSequence more) {
        document.append(more);
        current = false;
    }

    /** The whole answer so far; none when there is nothing to see yet. */
    public List<RenderedMessage> messages() {
        update();
        return messages;
    }

    /**
     * The end of the answer so far, for a place that has room for one message.
     *
     * @param limit the most UTF-16 units, at least 100 and at most {@link RenderedMessage#MAX_LENGTH}
     * @return empty when there is nothing to see yet
     */
    public Optional<RenderedMessage> tail(int limit) {
        update();
        return Tail.of(styled.text(), styled.entities(), limit);
    }

    private void update() {
        if (!current) {
            messages = splitter.messages(document.update());
            current = true;
        }
    }
}
