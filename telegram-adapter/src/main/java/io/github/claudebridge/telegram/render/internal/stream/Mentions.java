package io.github.claudebridge.telegram.render.internal.stream;

import io.github.claudebridge.telegram.render.internal.layout.Definition;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a text has in brackets: all that it can refer to. They are looked for when they are first asked for. Not thread-safe. */
final class Mentions {

    private final String text;
    private @Nullable Set<String> names;

    Mentions(String text) {
        this.text = text;
    }

    /** Whether a definition's {@link Definition#searched} is among them. */
    boolean contain(Definition definition) {
        return names().contains(definition.searched());
    }

    /** Whether any of these {@link Definition#searched} is among them. */
    boolean containAny(Set<String> searched) {
        return !Collections.disjoint(names(), searched);
    }

    private Set<String> names() {
        if (names == null) {
            names = find(text);
        }
        return names;
    }

    private static Set<String> find(String text) {
        Set<String> found = new HashSet<>();
        int opened = -1;
        for (int i = text.indexOf('['); i >= 0 && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                opened = i;
            } else if (c == ']' && opened >= 0) {
                found.add(Definition.searchable(text.substring(opened + 1, i)));
                opened = -1;
            }
        }
        return found;
    }
}
