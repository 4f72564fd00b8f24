package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.redact.Redactor;
import io.github.claudebridge.telegram.redact.StreamRedactor;
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

    private final Redactor redactor;
    private StreamRedactor stream;
    private StreamRenderer renderer = new StreamRenderer();
    private Optional<RenderedMessage> headline = Optional.empty();

    /**
     * @param redactor masks secrets, before the text is cut
     */
    Frame(Redactor redactor) {
        this.redactor = redactor;
        this.stream = new StreamRedactor(redactor);
    }

    void headline(String line) {
        String clean = redactor.clean(line);
        String cut = clean.codePointCount(0, clean.length()) <= HEADLINE
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, HEADLINE)) + "…";
        headline = RenderedMessage.plain(cut).stream().findFirst();
    }

    void append(String markdown) {
        renderer.append(stream.append(markdown));
    }

    void restart() {
        stream = new StreamRedactor(redactor);
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
