package io.github.claudebridge.telegram.testing.internal.text;

import io.github.claudebridge.telegram.testing.TextEntity;
import java.util.List;

/** A text and its entities. Immutable. */
public record FormattedText(String text, List<TextEntity> entities) {

    public FormattedText {
        entities = List.copyOf(entities);
    }
}
