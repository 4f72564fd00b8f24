package io.github.claudebridge.telegram.render.internal.layout;

import io.github.claudebridge.telegram.render.TextEntity;
import java.util.List;

/**
 * Text with its formatting, of any length. Immutable.
 *
 * @param text what is shown
 * @param entities its formatting, sorted by offset, outer ones first; nested or disjoint, none of white space alone
 */
public record StyledText(String text, List<TextEntity> entities) {

    public StyledText {
        entities = List.copyOf(entities);
    }
}
