package io.github.claudebridge.telegram.render;

import io.github.claudebridge.telegram.render.internal.files.LongCode;
import io.github.claudebridge.telegram.render.internal.layout.DocumentLayout;
import io.github.claudebridge.telegram.render.internal.layout.StyledDocument;
import io.github.claudebridge.telegram.render.internal.parse.MarkdownParser;
import io.github.claudebridge.telegram.render.internal.split.MessageSplitter;
import io.github.claudebridge.telegram.render.internal.text.TextCleanup;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/**
 * Renders Markdown, finished or cut off anywhere, as messages. Every input gives a result; nothing is thrown but for null.
 *
 * <p>Stateless; safe for use by many threads.
 */
public final class MarkdownRenderer {

    private static final String WHOLE_ANSWER = "answer.md";
    private static final String CONTINUED = "\n\n⋯ all of it: " + WHOLE_ANSWER;

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

    /**
     * As much of an answer as is wanted in the chat; the rest, and long code, as files.
     *
     * @param markdown Markdown as chat models write it
     */
    public Rendering render(String markdown, AnswerSize size) {
        Node document = MarkdownParser.parse(TextCleanup.source(markdown));
        LongCode longCode = new LongCode(size.longestCode());
        document.accept(longCode);
        List<Attachment> files = new ArrayList<>(longCode.files());
        StyledDocument styled = DocumentLayout.of(document);
        if (styled.text().length() <= size.longest()) {
            return new Rendering(split(styled, RenderedMessage.MAX_LENGTH), files);
        }
        files.add(new Attachment(WHOLE_ANSWER, "text/markdown", markdown));
        List<RenderedMessage> parts = split(styled, size.head() - CONTINUED.length());
        return new Rendering(
                parts.stream().limit(1).map(MarkdownRenderer::continued).toList(), files);
    }

    /** The file's name is code, since Telegram would make a link to a domain of it. */
    private static RenderedMessage continued(RenderedMessage head) {
        String text = head.text() + CONTINUED;
        List<TextEntity> entities = new ArrayList<>(head.entities());
        if (entities.size() == RenderedMessage.MAX_ENTITIES) {
            entities.remove(entities.size() - 1);
        }
        entities.add(TextEntity.of(EntityType.CODE, text.length() - WHOLE_ANSWER.length(), WHOLE_ANSWER.length()));
        return new RenderedMessage(text, entities);
    }

    private static List<RenderedMessage> render(String markdown, int firstLimit) {
        return split(DocumentLayout.of(MarkdownParser.parse(TextCleanup.source(markdown))), firstLimit);
    }

    private static List<RenderedMessage> split(StyledDocument styled, int firstLimit) {
        return MessageSplitter.split(styled.text(), styled.entities(), firstLimit);
    }
}
