package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.render.RenderedMessage;
import io.github.claudebridge.telegram.render.StreamRenderer;
import io.github.claudebridge.telegram.render.TextEntity;
import java.util.List;
import java.util.Optional;

/** The text of a draft: a line above the end of what was written so far. Not thread-safe. */
final class Frame {

    /** Leaves room for the line above. */
    private static final int TAIL = 3_500;

    private static final int HEADLINE = 300;

    private StreamRenderer renderer = new StreamRenderer();
    private Optional<RenderedMessage> headline = Optional.empty();

    void headline(String line) {
        String cut = line.codePointCount(0, line.length()) <= HEADLINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, HEADLINE)) + "…";
        headline = RenderedMessage.plain(cut).stream().findFirst();
    }

    void append(String markdown) {
        renderer.append(markdown);
    }

    void restart() {
        renderer = new StreamRenderer();
    }

    /** Nothing when there is nothing to see yet. */
    Optional<RenderedMessage> drawn() {
        Optional<RenderedMessage> tail = renderer.tail(TAIL);
        if (headline.isEmpty() || tail.isEmpty()) {
            return headline.or(() -> tail);
        }
        String above = headline.get().text() + "\n\n";
        List<TextEntity> entities = tail.get().entities().stream()
                .map(entity -> entity.at(entity.offset() + above.length(), entity.length()))
                .toList();
        return Optional.of(new RenderedMessage(above + tail.get().text(), entities));
    }
}
