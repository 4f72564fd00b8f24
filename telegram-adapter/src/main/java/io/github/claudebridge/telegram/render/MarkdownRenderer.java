package io.github.claudebridge.telegram.render;

import io.github.claudebridge.telegram.render.internal.layout.DocumentLayout;
import io.github.claudebridge.telegram.render.internal.layout.StyledText;
import io.github.claudebridge.telegram.render.internal.parse.MarkdownParser;
import io.github.claudebridge.telegram.render.internal.split.MessageSplitter;
import io.github.claudebridge.telegram.render.internal.text.TextCleanup;
import java.util.List;

/**
 * Renders Markdown, finished or cut off anywhere, as messages. Every input gives a result; nothing is thrown but for null.
 *
 * <p>Stateless; safe for use by many threads.
 */
public final class MarkdownRenderer {

    /**
     * The whole text as messages, each within Telegram's limits.
     *
     * @param markdown Markdown as chat models write it
     * @return the messages in order; none when there is nothing to see in the text
     */
    public List<RenderedMessage> render(String markdown) {
        return render(markdown, RenderedMessage.MAX_LENGTH);
    }

    /**
     * The whole text as the caption of a file and the messages that follow it.
     *
     * @param markdown Markdown as chat models write it
     * @return the caption and, as far as it does not hold all, messages; none when there is nothing to see in the text
     */
    public List<RenderedMessage> renderCaption(String markdown) {
        return render(markdown, RenderedMessage.MAX_CAPTION_LENGTH);
    }

    private static List<RenderedMessage> render(String markdown, int firstLimit) {
        StyledText styled = DocumentLayout.of(MarkdownParser.parse(TextCleanup.source(markdown)));
        return MessageSplitter.split(styled.text(), styled.entities(), firstLimit);
    }
}
