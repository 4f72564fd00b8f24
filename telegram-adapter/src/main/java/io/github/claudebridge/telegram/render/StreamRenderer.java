package io.github.claudebridge.telegram.render;

import io.github.claudebridge.telegram.render.internal.layout.StyledDocument;
import io.github.claudebridge.telegram.render.internal.split.MessageSplitter;
import io.github.claudebridge.telegram.render.internal.split.Tail;
import io.github.claudebridge.telegram.render.internal.stream.GrowingDocument;
import java.util.List;
import java.util.Optional;

/**
 * Renders an answer while it is being written: frames with {@link #tail}, which are cheap however many are asked for, and the finished answer with
 * {@link #messages}. Adding is cheap. Not thread-safe.
 */
public final class StreamRenderer {

    private final GrowingDocument document = new GrowingDocument();
    private final StyledDocument styled = document.styled();
    private final MessageSplitter splitter =
            new MessageSplitter(styled.text(), styled.entities(), RenderedMessage.MAX_LENGTH);

    /** Adds to the end of the Markdown; it may end anywhere, even within a character. */
    public void append(CharSequence more) {
        document.append(more);
    }

    /**
     * The whole answer so far, exactly as {@link MarkdownRenderer} has it. What can still change is rendered again for it, so that in a long block each
     * call costs as much as that block.
     *
     * @return none when there is nothing to see yet
     */
    public List<RenderedMessage> messages() {
        return splitter.messages(document.update());
    }

    /**
     * The end of the answer so far, for a place that has room for one message. Most often it is exactly the end of {@link #messages}; in a long block,
     * or when it is asked for after every few characters, the newest text may still be shown as it was written, until it is asked for again
     * before more is added. All other calls together cost at most a
     * small multiple of rendering the answer once.
     *
     * @param limit the most UTF-16 units, at least 100 and at most {@link RenderedMessage#MAX_LENGTH}
     * @return empty when there is nothing to see yet
     */
    public Optional<RenderedMessage> tail(int limit) {
        document.preview();
        return Tail.of(styled.text(), styled::entitiesFrom, limit);
    }
}
